import { type Locale, wordsFor } from "@/app/_words"
import { deeds } from "./en/deeds"

type Deeds = typeof deeds
type Deed = { [Noun in keyof Deeds & string]: `${Noun}.${keyof Deeds[Noun] & string}` }[keyof Deeds & string]

const known = new Set(
  Object.entries(deeds).flatMap(([noun, acts]) => Object.keys(acts).map((act) => `${noun}.${act}`)),
)
const isDeed = (type: string): type is Deed => known.has(type)

/** What an audit event's type says; the type itself where the portal has no words for it. */
export const deedText = (locale: Locale, type: string): string =>
  isDeed(type) ? wordsFor(locale, "deeds")(type) : type
