import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { Badge, Facts } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import type { Authority } from "@/lib/authority"
import { dayInBeijing } from "@/lib/kernel/day"
import { isAnnounced } from "@/lib/kernel/working-day"
import { isOverdue, type Referral, type ReferralRow } from "@/lib/referral"
import { Collateral } from "./collateral"

type Props = {
  readonly locale: Locale
  readonly now: string
  readonly referral: Referral
  readonly authorities: readonly Authority[]
}

export const ReferralFacts = ({ locale, now, referral, authorities }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  const at = (label: string, moment: string | undefined) =>
    moment ? ([label, <When key={label} locale={locale} at={moment} />] as const) : undefined
  const nameOf = (id: string, at: number) => {
    const name = authorities.find(({ authorityId }) => authorityId === id)?.name[locale] ?? id
    return at === 0 ? t("lead", { name }) : name
  }
  return (
    <Facts
      facts={[
        referral.joint
          ? [t("joint"), referral.joint.authorities.map(nameOf).join(locale === "zh" ? "、" : ", ")]
          : undefined,
        [
          t("reason"),
          <span key="reason" className="typed">
            {shownText(referral.reason)}
          </span>,
        ],
        [t("draftedBy"), referral.draftedBy.name],
        at(t("drafted"), referral.draftedAt),
        referral.approvedBy ? [t("approvedBy"), referral.approvedBy.name] : undefined,
        referral.collateral
          ? [
              t("collateral.said"),
              <div key="collateral">
                <p className="typed">{shownText(referral.collateral.reason)}</p>
                <Collateral locale={locale} found={referral.collateral.found} />
              </div>,
            ]
          : undefined,
        at(t("delivered"), referral.deliveredAt),
        referral.dueAt
          ? [t("due"), <Due key="due" locale={locale} now={now} referral={referral} />]
          : undefined,
        at(t("acknowledged"), referral.acknowledgedAt),
        referral.returnReason ? [t("returnReason"), referral.returnReason] : undefined,
        referral.withdrawReason ? [t("withdrawReason"), referral.withdrawReason] : undefined,
      ]}
    />
  )
}

type DueProps = {
  readonly locale: Locale
  readonly now: string
  readonly referral: Pick<ReferralRow, "dueAt" | "status">
}

/** When receipt must be acknowledged by, and whether that has passed without it. */
export const Due = ({ locale, now, referral }: DueProps) => {
  const { dueAt } = referral
  if (!dueAt) return "–"
  const year = Number(dayInBeijing(dueAt).slice(0, 4))
  return (
    <>
      <When locale={locale} at={dueAt} />{" "}
      {isOverdue(referral, now) ? (
        <Badge tone="bad">{wordsFor(locale, "consoleCase")("overdue")}</Badge>
      ) : null}
      {isAnnounced(year) ? null : (
        <span className="under">
          {wordsFor(locale, "consoleCase")("provisionalDue", { year: String(year) })}
        </span>
      )}
    </>
  )
}
