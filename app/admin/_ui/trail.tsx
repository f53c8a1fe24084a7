import { type Locale, wordsFor } from "@/app/_words"
import { eventText } from "@/app/_words/event-text"
import { shownText } from "@/app/_words/shown-text"
import type { AuditEvent } from "@/lib/audit"
import { particularsOf } from "./particulars"
import { When } from "./when"

type Props = { readonly locale: Locale; readonly events: readonly AuditEvent[]; readonly nameFile?: boolean }

const actorText = (locale: Locale, { type, actor: { kind, name } }: AuditEvent) => {
  const t = wordsFor(locale, "console")
  if (kind === "reporter") return t(type.startsWith("objection.") ? "trail.operator" : "trail.reporter")
  return kind === "system" ? t("trail.system") : name
}

/** The audit events of a file, oldest first. */
export const Trail = ({ locale, events, nameFile = false }: Props) => (
  <ol className="trail">
    {events.map((event) => (
      <li key={event.eventId} data-actor={event.actor.kind}>
        <When locale={locale} at={event.at} /> <strong>{eventText(locale, event.type)}</strong>
        {" · "}
        <span>{shownText(actorText(locale, event))}</span>
        {nameFile ? <code> {event.file}</code> : null}
        <Particulars locale={locale} data={event.data} />
      </li>
    ))}
  </ol>
)

const Particulars = ({ locale, data }: { locale: Locale; data: AuditEvent["data"] }) => {
  const texts = particularsOf(locale, data)
  return texts.length > 0 ? <span className="particular">{shownText(texts.join(" · "))}</span> : null
}
