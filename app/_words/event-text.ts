import { type Locale, wordsFor } from "@/app/_words"
import { events } from "./en/events"

type Events = typeof events
type EventType = { [Noun in keyof Events & string]: `${Noun}.${keyof Events[Noun] & string}` }[keyof Events &
  string]

const known = new Set(
  Object.entries(events).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`)),
)
const isEventType = (type: string): type is EventType => known.has(type)

/** What an audit event's type says; the type itself where the portal has no words for it. */
export const eventText = (locale: Locale, type: string): string =>
  isEventType(type) ? wordsFor(locale, "events")(type) : type
