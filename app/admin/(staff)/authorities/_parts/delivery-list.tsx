import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Pager } from "@/app/admin/_ui/list/pager"
import { Tabs } from "@/app/admin/_ui/list/tabs"
import { DemoMark, Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { Replay } from "@/app/admin/(staff)/referrals/_parts/replay"
import { siteNameOf } from "@/lib/case"
import type { DeliveryRow } from "@/lib/delivery"
import type { Person } from "@/lib/kernel/actor"
import { type OutboxState, outboxStates } from "@/lib/outbox"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly authorityId: string
  readonly state: OutboxState
  readonly rows: readonly DeliveryRow[]
  readonly cursor: string | undefined
  readonly next: string | undefined
}

/** What an authority's own system is being told, has taken, or was given up on. */
export const DeliveryList = ({ locale, person, authorityId, state, rows, cursor, next }: Props) => {
  const t = wordsFor(locale, "consoleAuthority")
  const here = `/admin/authorities/${authorityId}`
  return (
    <Section id="deliveries" title={t("deliveries.title")}>
      <Tabs
        label={t("deliveries.byState")}
        current={state}
        tabs={outboxStates.map((key) => ({
          key,
          label: t(`deliveries.state.${key}`),
          href: `${here}?state=${key}#deliveries`,
        }))}
      />
      <DataTable
        caption={t("deliveries.title")}
        rows={rows}
        keyOf={({ deliveryId }) => deliveryId}
        empty={t("deliveries.empty")}
        columns={[
          {
            key: "site",
            label: t("deliveries.site"),
            cell: ({ caseId, referralId, demo, ...of }) => (
              <>
                <To href={`/admin/referrals/${caseId}/${referralId}#deliveries`}>
                  {shownText(siteNameOf(of))}
                </To>{" "}
                <DemoMark locale={locale} demo={demo} />
              </>
            ),
          },
          { key: "what", label: t("deliveries.what"), cell: ({ type }) => t(`deliveries.type.${type}`) },
          {
            key: "queued",
            label: t("deliveries.queued"),
            cell: ({ queuedAt }) => <When locale={locale} at={queuedAt} />,
          },
          {
            key: "due",
            label: state === "due" ? t("deliveries.next") : t("deliveries.ended"),
            cell: ({ dueAt }) => <When locale={locale} at={dueAt} />,
          },
          {
            key: "attempts",
            label: t("deliveries.attempts"),
            isNumber: true,
            cell: (row) => (
              <>
                {row.attempts} <Replay locale={locale} person={person} delivery={row} />
              </>
            ),
          },
        ]}
      />
      <Pager locale={locale} href={here} search={{ state }} cursor={cursor} next={next} />
    </Section>
  )
}
