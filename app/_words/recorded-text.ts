import { type Locale, wordsFor } from "@/app/_words"
import { recorded } from "./en/recorded"

type Known = keyof typeof recorded
const isKnown = (name: string): name is Known => Object.hasOwn(recorded, name)

/**
 * What an event recorded, in words, by the names that lead to it (`contact.email`). What somebody chose, as the code of
 * a limit, stands as it is.
 */
export const recordedText = (locale: Locale, path: string): string => {
  const t = wordsFor(locale, "recorded")
  return path
    .split(".")
    .map((name) => (isKnown(name) ? t(name) : name))
    .join(locale === "zh" ? "：" : ": ")
}
