import { isLocale, type Locale } from "."

/** The portal's language that a browser asks for first; Chinese when it asks for neither. */
export const preferredLocale = (acceptLanguage: string | null): Locale => {
  const wishes = (acceptLanguage ?? "").split(",").map((wish) => {
    const [range = "", ...parameters] = wish.trim().split(";")
    const quality = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean)
    return { language: range.toLowerCase().split("-")[0] ?? "", quality: Number(quality ?? 1) }
  })
  const [best] = wishes
    .filter(({ language, quality }) => isLocale(language) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return best && isLocale(best.language) ? best.language : "zh"
}
