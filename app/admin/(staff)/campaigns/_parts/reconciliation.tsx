import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Section } from "@/app/admin/_ui/parts"
import type { Campaign } from "@/lib/campaign"
import type { Difference } from "@/lib/statistics"

type Props = {
  readonly locale: Locale
  readonly checked: number
  readonly differences: readonly Difference[]
  readonly campaigns: readonly Campaign[]
}

/** Whether the figures that the public sees are the sums of their ledgers, as added up for this page. */
export const Reconciliation = ({ locale, checked, differences, campaigns }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  const number = (value: number | undefined) =>
    value === undefined ? t("campaigns.absent") : formatFor(locale).number(value)
  const nameOf = (slug: string) => campaigns.find((one) => one.slug === slug)?.name[locale] ?? slug
  return (
    <Section id="reconcile" title={t("campaigns.reconcile")}>
      <p className="hint">{t("campaigns.reconcileNote")}</p>
      {differences.length === 0 ? (
        <p className="done">{t("campaigns.whole", { checked })}</p>
      ) : (
        <>
          <p className="problem">{t("campaigns.differs", { count: differences.length })}</p>
          <DataTable
            caption={t("campaigns.reconcile")}
            rows={differences}
            keyOf={({ campaign, revision, metric }) => `${campaign}/${revision}/${metric}`}
            empty=""
            columns={[
              { key: "campaign", label: t("campaigns.name"), cell: ({ campaign }) => nameOf(campaign) },
              {
                key: "metric",
                label: wordsFor(locale, "consoleCase")("metric"),
                cell: ({ metric }) => metric,
              },
              {
                key: "revision",
                label: t("campaigns.revision"),
                cell: ({ revision }) => revision ?? t("campaigns.running"),
              },
              {
                key: "shown",
                label: t("campaigns.shown"),
                isNumber: true,
                cell: ({ shown }) => number(shown),
              },
              {
                key: "ledger",
                label: t("campaigns.sum"),
                isNumber: true,
                cell: ({ ledger }) => number(ledger),
              },
            ]}
          />
        </>
      )}
    </Section>
  )
}
