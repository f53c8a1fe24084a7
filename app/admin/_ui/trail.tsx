import { type Locale, wordsFor } from "@/app/_words"
import { eventText } from "@/app/_words/event-text"
import { recordedText } from "@/app/_words/recorded-text"
import { shownText } from "@/app/_words/shown-text"
import type { AuditEvent } from "@/lib/audit"
import { DataTable } from "./list/data-table"
import { particularsOf } from "./particulars"
import type { Recorded } from "./recorded"
import { shown } from "./shown"
import { When } from "./when"

type Props = {
  readonly locale: Locale
  readonly events: readonly AuditEvent[]
  readonly nameFile?: boolean
  /** All that each event recorded, by its id: for who checks the trail. */
  readonly recorded?: ReadonlyMap<string, readonly Recorded[]>
}

const actorText = (locale: Locale, { type, actor: { kind, name } }: AuditEvent) => {
  const t = wordsFor(locale, "console")
  if (kind === "reporter") return t(type.startsWith("objection.") ? "trail.operator" : "trail.reporter")
  return kind === "system" ? t("trail.system") : name
}

/** The audit events of a file, oldest first. */
export const Trail = ({ locale, events, nameFile = false, recorded }: Props) => (
  <ol className="trail">
    {events.map((event) => (
      <li key={event.eventId} data-actor={event.actor.kind}>
        <When locale={locale} at={event.at} /> <strong>{eventText(locale, event.type)}</strong>
        {" · "}
        <span>{shownText(actorText(locale, event))}</span>
        {nameFile ? <code> {event.file}</code> : null}
        <Particulars locale={locale} data={event.data} />
        <RecordedTable locale={locale} rows={recorded?.get(event.eventId) ?? []} />
      </li>
    ))}
  </ol>
)

const Particulars = ({ locale, data }: { locale: Locale; data: AuditEvent["data"] }) => {
  const texts = particularsOf(locale, data)
  return texts.length > 0 ? <span className="particular">{shownText(texts.join(" · "))}</span> : null
}

/** What was there before and after, folded; nothing where the event recorded nothing but that it happened. */
const RecordedTable = ({ locale, rows }: { locale: Locale; rows: readonly Recorded[] }) => {
  const t = wordsFor(locale, "console")
  if (rows.length === 0) return null
  return (
    <details className="fold">
      <summary>{t("trail.recorded")}</summary>
      <DataTable
        caption={t("trail.recorded")}
        rows={rows}
        keyOf={({ name }) => name}
        empty=""
        columns={[
          {
            key: "name",
            label: t("trail.item"),
            cell: ({ name }) =>
              name ? (
                <>
                  {recordedText(locale, name)} <code className="under">{name}</code>
                </>
              ) : (
                "–"
              ),
          },
          { key: "before", label: t("trail.before"), cell: ({ before }) => shown(before ?? "–") },
          { key: "after", label: t("trail.after"), cell: ({ after }) => shown(after ?? "–") },
        ]}
      />
    </details>
  )
}
