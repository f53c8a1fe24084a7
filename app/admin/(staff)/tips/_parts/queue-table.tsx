import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Badge, DemoMark } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { Age } from "@/app/admin/_ui/when"
import { Labels } from "@/app/admin/(staff)/tips/_parts/tip-labels"
import { claim } from "@/app/admin/(staff)/tips/actions"
import type { Person } from "@/lib/kernel/actor"
import type { Entry } from "@/lib/settings"
import { after, claimTip, type TipRow } from "@/lib/tip"

type Props = {
  readonly locale: Locale
  readonly now: string
  readonly person: Person
  readonly rows: readonly TipRow[]
  readonly entries: readonly Entry[]
}

export const QueueTable = ({ locale, now, person, rows, entries }: Props) => {
  const t = wordsFor(locale, "consoleTip")
  const choice = wordsFor(locale, "choices")
  const isHeld = ({ claimedBy, leaseUntil }: TipRow) => claimedBy !== undefined && (leaseUntil ?? "") > now
  const canClaim = (row: TipRow) =>
    may(person, claimTip) &&
    !isHeld(row) &&
    row.notFor !== person.id &&
    after(row.status, "claim") !== undefined &&
    // The row does not tell whether the reporter still has time to answer.
    row.status !== "awaiting-reporter"
  return (
    <DataTable
      caption={t("queue")}
      rows={rows}
      keyOf={({ tipId }) => tipId}
      empty={t("empty")}
      columns={[
        {
          key: "site",
          label: t("site"),
          cell: (row) => (
            <>
              <To href={`/admin/tips/${row.tipId}`} className="inert">
                {siteText(row)}
              </To>{" "}
              <DemoMark locale={locale} demo={row.demo} />
              {row.answeredAt ? <Badge tone="good">{t("answered")}</Badge> : null}
              {row.holderId ? <Badge tone="good">{t("trusted", { holderId: row.holderId })}</Badge> : null}
              {row.targetCount > 1 ? (
                <span className="quiet"> {t("more", { count: row.targetCount - 1 })}</span>
              ) : null}
              <Labels locale={locale} labels={row.labels} entries={entries} />
              {row.work ? <span className="under">{shownText(row.work)}</span> : null}
            </>
          ),
        },
        { key: "category", label: t("category"), cell: (row) => choice(`categories.${row.category}`) },
        { key: "age", label: t("age"), cell: (row) => <Age locale={locale} at={row.receivedAt} now={now} /> },
        { key: "files", label: t("files"), isNumber: true, cell: (row) => row.evidenceCount },
        {
          key: "claim",
          label: t("claimedBy"),
          cell: (row) =>
            isHeld(row) ? row.claimedBy : canClaim(row) ? <Claim locale={locale} tipId={row.tipId} /> : "–",
        },
      ]}
    />
  )
}

const siteText = ({ site, target }: TipRow) => (site.startsWith("name:") || site === "" ? target : site)

const Claim = ({ locale, tipId }: { locale: Locale; tipId: string }) => (
  <ActionForm action={claim} carries={{ tipId }} className="inline claim">
    <Send>{wordsFor(locale, "consoleTip")("claim")}</Send>
  </ActionForm>
)
