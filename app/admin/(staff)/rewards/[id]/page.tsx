import { formatFor, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { consolePage } from "@/app/admin/_gate/console-page"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Radios } from "@/app/admin/_ui/form/radios"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Badge, DemoMark, Facts, Section } from "@/app/admin/_ui/parts"
import { siteHref } from "@/app/admin/_ui/site-href"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { decide, pay, propose } from "@/app/admin/(staff)/rewards/actions"
import { nameOfCase } from "@/lib/case"
import { numberOf } from "@/lib/reporter"
import {
  decideReward,
  getReward,
  payReward,
  proposeReward,
  type RewardChoice,
  rewardAfter,
  rewardChoices,
} from "@/lib/reward"

const RewardPage = consolePage(async ({ ctx, person, locale, params }) => {
  const { reward, found, precedence, left } = await getReward(ctx, { tipId: params.id ?? "" })
  const t = wordsFor(locale, "consoleReward")
  const { tipId, version, status, proposal } = reward
  const seen = { tipId, version }
  const yuan = (amount: number) => t("yuan", { amount })
  const classOf = (name: RewardChoice = "none") => (name === "none" ? t("refusal") : t(`classes.${name}`))
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={`${t("reward")} ${numberOf(tipId)}`} />
        <Badge tone={status === "awarded" || status === "paid" ? "good" : "calm"}>
          {t(`status.${status}`)}
        </Badge>
        <DemoMark locale={locale} demo={reward.demo} />
      </div>
      <Section id="claim" title={t("claim")}>
        <Facts
          facts={[
            [
              t("report"),
              <To key="tip" href={`/admin/tips/${tipId}`}>
                <span className="number">{numberOf(tipId)}</span>
              </To>,
            ],
            [
              t("case"),
              <To key="case" href={`/admin/cases/${found.caseId}`}>
                {nameOfCase(found)}
              </To>,
            ],
            [t("sites"), reward.sites.map(shownText).join(" ")],
            [t("claimed"), <When key="at" locale={locale} at={reward.claimedAt} />],
            proposal ? [t("class"), classOf(proposal.class)] : undefined,
            proposal?.class ? [t("amount"), yuan(proposal.amount)] : undefined,
            proposal ? [t("wording"), shownText(proposal.wording)] : undefined,
            proposal ? [t("proposedBy"), proposal.by.name] : undefined,
            reward.decidedBy ? [t("decidedBy"), reward.decidedBy.name] : undefined,
            reward.paidAt ? [t("paidAt"), <When key="paid" locale={locale} at={reward.paidAt} />] : undefined,
            reward.payment ? [t("payment"), shownText(reward.payment)] : undefined,
          ]}
        />
      </Section>
      <Section id="precedence" title={t("precedence")}>
        <p className="hint">{t("precedenceHint")}</p>
        <DataTable
          caption={t("precedence")}
          rows={precedence}
          keyOf={({ site }) => site}
          empty={t("empty")}
          columns={[
            {
              key: "site",
              label: t("site"),
              cell: ({ site }) => <To href={siteHref(site)}>{shownText(site)}</To>,
            },
            {
              key: "first",
              label: t("firstReport"),
              cell: (first) => (
                <>
                  <To href={`/admin/tips/${first.tipId}`}>
                    <span className="number">{numberOf(first.tipId)}</span>
                  </To>{" "}
                  {first.tipId === tipId ? <Badge tone="good">{t("thisReport")}</Badge> : null}
                </>
              ),
            },
            {
              key: "received",
              label: t("receivedAt"),
              cell: ({ receivedAt }) => <When locale={locale} at={receivedAt} />,
            },
          ]}
        />
      </Section>
      {rewardAfter(status, "award") && may(person, decideReward) ? (
        <Section id="decide" title={t("decide")}>
          <p className="quiet">{t("second")}</p>
          <ActionForm action={decide} carries={seen}>
            <Send kind="main">{t("decide")}</Send>
          </ActionForm>
        </Section>
      ) : null}
      {rewardAfter(status, "propose") && may(person, proposeReward) ? (
        <Section id="propose" title={t("propose")}>
          <ActionForm action={propose} carries={seen}>
            <Radios
              name="class"
              label={t("class")}
              options={rewardChoices.map((value) => ({ value, label: classOf(value) }))}
            />
            <Field
              name="amount"
              kind="number"
              label={t("amount")}
              hint={t("amountHint", { left: formatFor(locale).number(left) })}
              optional={t("optional")}
            />
            <Field name="wording" kind="area" label={t("wording")} rows={4} />
            <Send>{t("send")}</Send>
          </ActionForm>
        </Section>
      ) : null}
      {rewardAfter(status, "pay") && may(person, payReward) ? (
        <Section id="pay" title={t("pay")}>
          <p className="quiet">{t("payHint")}</p>
          <ActionForm action={pay} carries={seen}>
            <Field name="code" label={t("code")} />
            <Field name="payment" label={t("payment")} hint={t("paymentHint")} />
            <Send>{t("record")}</Send>
          </ActionForm>
        </Section>
      ) : null}
    </>
  )
})
export default RewardPage
