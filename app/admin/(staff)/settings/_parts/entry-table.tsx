import { type Locale, wordsFor } from "@/app/_words"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Badge, Section } from "@/app/admin/_ui/parts"
import type { Person } from "@/lib/kernel/actor"
import { type Entry, type EntryKind, hasText, type Settings, saveEntry } from "@/lib/settings"
import { EntryForm } from "./entry-form"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly kind: EntryKind
  readonly settings: Settings
}

/** What administrators worded of one kind, in both languages. */
export const EntryTable = ({ locale, person, kind, settings: { entries, version } }: Props) => {
  const t = wordsFor(locale, "consoleSettings")
  const change = {
    key: "change",
    label: t("change"),
    cell: (entry: Entry) => <EntryForm locale={locale} kind={kind} version={version} entry={entry} />,
  }
  const text = {
    key: "text",
    label: t("reads"),
    cell: (entry: Entry) => (
      <>
        <span lang="zh-Hans">{entry.text?.zh}</span>
        <span className="under" lang="en">
          {entry.text?.en}
        </span>
      </>
    ),
  }
  return (
    <Section id={kind} title={t(`kinds.${kind}`)}>
      <p className="hint">{t(`leads.${kind}`)}</p>
      <DataTable
        caption={t(`kinds.${kind}`)}
        rows={entries.filter((entry) => entry.kind === kind)}
        keyOf={({ code }) => code}
        empty={t("empty")}
        columns={[
          {
            key: "name",
            label: t("nameOf"),
            cell: (entry: Entry) => (
              <>
                {entry.name[locale]} <code>{entry.code}</code>{" "}
                {entry.isRetired ? <Badge tone="warn">{t("retired")}</Badge> : null}
              </>
            ),
          },
          ...(hasText(kind) ? [text] : []),
          ...(may(person, saveEntry) ? [change] : []),
        ]}
      />
      {may(person, saveEntry) ? <EntryForm locale={locale} kind={kind} version={version} /> : null}
    </Section>
  )
}
