import { type Locale, wordsFor } from "@/app/_words"
import { deedText } from "@/app/_words/deed-text"
import type { AuditEvent } from "@/lib/audit"
import { When } from "./when"

type Props = { readonly locale: Locale; readonly events: readonly AuditEvent[]; readonly nameFile?: boolean }

const shown = new Set([
  "reason",
  "note",
  "outcome",
  "authorityId",
  "campaign",
  "metric",
  "quantity",
  "number",
])

const particulars = (data: AuditEvent["data"]) =>
  Object.entries(data).flatMap(([name, value]) =>
    shown.has(name) && (typeof value === "string" || typeof value === "number") ? [String(value)] : [],
  )

const actorText = (locale: Locale, { kind, name }: AuditEvent["actor"]) => {
  const t = wordsFor(locale, "console")
  if (kind === "reporter") return t("trail.reporter")
  return kind === "system" ? t("trail.system") : name
}

/** The audit events of a file, oldest first. */
export const Trail = ({ locale, events, nameFile = false }: Props) => (
  <ol className="trail">
    {events.map((event) => (
      <li key={event.eventId} data-actor={event.actor.kind}>
        <When locale={locale} at={event.at} /> <strong>{deedText(locale, event.type)}</strong>
        {" · "}
        <span>{actorText(locale, event.actor)}</span>
        {nameFile ? <code> {event.file}</code> : null}
        {particulars(event.data).map((text) => (
          <span className="particular" key={text}>
            {text}
          </span>
        ))}
      </li>
    ))}
  </ol>
)
