import { type Locale, wordsFor } from "@/app/_words"
import { type Because, type Conditions, siteKinds } from "@/lib/routing"
import { categories, earnings } from "@/lib/tip"

const nameOf = (locale: Locale, on: "categories" | "kinds" | "earnings", value: string): string => {
  const choices = wordsFor(locale, "choices")
  const category = categories.find((one) => on === "categories" && one === value)
  if (category) return choices(`categories.${category}`)
  const earning = earnings.find((one) => on === "earnings" && one === value)
  if (earning) return choices(`earnings.${earning}`)
  const kind = siteKinds.find((one) => on === "kinds" && one === value)
  return kind ? wordsFor(locale, "consoleRouting")(`kind.${kind}`) : value
}

const listed = (locale: Locale, on: "categories" | "kinds" | "earnings", values: readonly string[]) =>
  values.map((value) => nameOf(locale, on, value)).join(locale === "zh" ? "、" : ", ")

/** When a rule holds, in words. */
export const conditionsText = (locale: Locale, when: Conditions): string => {
  const t = wordsFor(locale, "consoleRouting")
  const lists = (["categories", "kinds", "earnings"] as const).flatMap((on) => {
    const values = when[on] ?? []
    return values.length > 0 ? [t(`text.${on}`, { found: listed(locale, on, values) })] : []
  })
  const numbers = (["tipsMin", "sitesMin", "gainMin", "worksMin"] as const).flatMap((on) => {
    const min = when[on]
    return min === undefined ? [] : [t(`text.${on}`, { min })]
  })
  const all = [...lists, ...numbers, ...(when.isCriminal ? [t("text.isCriminal")] : [])]
  return all.length > 0 ? all.join(t("and")) : t("always")
}

/** Why a rule holds for a case, in words. */
export const becauseText = (locale: Locale, because: readonly Because[]): string => {
  const t = wordsFor(locale, "consoleRouting")
  const all = because.map((one) => {
    switch (one.on) {
      case "categories":
      case "kinds":
      case "earnings":
        return t(`because.${one.on}`, { found: listed(locale, one.on, one.found) })
      case "isCriminal":
        return [
          t("because.isCriminal"),
          ...(one.gain === undefined ? [] : [t("because.gain", { gain: one.gain })]),
          ...(one.works === undefined ? [] : [t("because.works", { works: one.works })]),
        ].join(locale === "zh" ? "，" : ", ")
      default:
        return t(`because.${one.on}`, { found: one.found, min: one.min })
    }
  })
  return all.length > 0 ? all.join(t("and")) : t("always")
}
