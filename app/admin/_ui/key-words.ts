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
