import { IntlMessageFormat } from "intl-messageformat"
import { createFormatter, createTranslator } from "use-intl/core"
import { en } from "./en"
import { zh } from "./zh"

export const locales = ["zh", "en"] as const
export type Locale = (typeof locales)[number]
export const isLocale = (text: string): text is Locale => text === "zh" || text === "en"

type Words = typeof en
const messages: Record<Locale, Words> = { en, zh }

// For every message it would ask in which of all languages numbers can be written, which takes a new process 10 ms for an
// answer that is known (docs/decisions/0091).
IntlMessageFormat.resolveLocale = (asked) => new Intl.Locale([asked].flat()[0] ?? "en")

/** The portal shows one time to everybody: the administration's. */
const timeZone = "Asia/Shanghai"

const newWords = <Noun extends keyof Words & string>(locale: Locale, noun: Noun) =>
  createTranslator<Words, Noun>({ locale, messages: messages[locale], namespace: noun, timeZone })
const newFormat = (locale: Locale) =>
  createFormatter({ locale: locale === "zh" ? "zh-CN" : "en-GB", timeZone })

/** Each is made once: it keeps the messages that it has read, and a page asks for it in every part. */
const words = new Map<string, unknown>()
const formats = new Map<Locale, ReturnType<typeof newFormat>>()

/** The words of one noun in one language, e.g. `wordsFor("zh", "tip")("status.received")`. */
export const wordsFor = <Noun extends keyof Words & string>(locale: Locale, noun: Noun) => {
  const key = `${locale}.${noun}`
  const known = words.get(key) ?? newWords(locale, noun)
  words.set(key, known)
  return known as ReturnType<typeof newWords<Noun>>
}

/** Numbers and dates as the language writes them. */
export const formatFor = (locale: Locale) => {
  const known = formats.get(locale) ?? newFormat(locale)
  formats.set(locale, known)
  return known
}
