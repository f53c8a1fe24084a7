import { type Locale, wordsFor } from "@/app/_words"
import type { EventType } from "@/lib/audit"

/** What an audit event's type says. */
export const eventText = (locale: Locale, type: EventType): string => wordsFor(locale, "events")(type)
