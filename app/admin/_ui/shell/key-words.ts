import { type Locale, wordsFor } from "@/app/_words"

/** The words of the list of keys, for the browser, which has none of its own. */
export const keyWords = (locale: Locale) => {
  const t = wordsFor(locale, "console")
  return {
    open: t("keys.open"),
    title: t("keys.title"),
    close: t("keys.close"),
    off: t("keys.off"),
    next: t("keys.next"),
    before: t("keys.before"),
    enter: t("keys.enter"),
    claim: t("keys.claim"),
    list: t("keys.list"),
  }
}

/** Those of the list of all that a page can do. */
export const paletteWords = (locale: Locale) => {
  const t = wordsFor(locale, "console")
  return {
    open: t("palette.open"),
    title: t("palette.title"),
    what: t("palette.what"),
    none: t("palette.none"),
    close: t("keys.close"),
    act: t("palette.act"),
    part: t("palette.part"),
    section: t("palette.section"),
  }
}
