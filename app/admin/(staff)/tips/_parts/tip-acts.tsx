import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { accept, claim, decline, release, reopen, reveal } from "@/app/admin/(staff)/tips/actions"
import type { Campaign } from "@/lib/campaign"
import type { Person } from "@/lib/kernel/actor"
import { revealContact } from "@/lib/reporter"
import {
  acceptTip,
  after,
  awaitsAnswer,
  claimHolds,
  claimTip,
  declineReasons,
  reopenTip,
  type Tip,
} from "@/lib/tip"
import { AnswerWait, AskOrKnown } from "./tip-ask"

type Props = {
  readonly locale: Locale
  readonly now: string
  readonly person: Person
  readonly tip: Tip
  readonly campaigns: readonly Campaign[]
}

/** What the person may do with the tip as it stands. */
export const TipActs = (props: Props) => {
  const { locale, now, person, tip } = props
  const t = wordsFor(locale, "consoleTip")
  const isUndecided = after(tip.status, "claim") !== undefined
  const canReopen = after(tip.status, "reopen") !== undefined && may(person, reopenTip)
  const canReveal = tip.hasContact && may(person, revealContact)
  const isMine = tip.claim?.id === person.id
  const holder = tip.claim && claimHolds(tip, now) ? tip.claim : undefined
  return (
    <Section id="acts" title={t("acts")}>
      {holder ? (
        <p>
          {t(isMine ? "heldByYou" : "heldBy", {
            name: holder.name,
            until: formatFor(locale).dateTime(new Date(holder.until), { hour: "2-digit", minute: "2-digit" }),
          })}
        </p>
      ) : null}
      <AnswerWait locale={locale} tip={tip} now={now} />
      {isUndecided && !awaitsAnswer(tip, now) && may(person, claimTip) && (!holder || isMine) ? (
        <ActionForm action={claim} carries={{ tipId: tip.tipId }} className="inline">
          <Send kind={isMine ? "plain" : "main"}>{t(isMine ? "renewClaim" : "claim")}</Send>
        </ActionForm>
      ) : null}
      {after(tip.status, "accept") && isMine && may(person, acceptTip) ? <Decide {...props} /> : null}
      {canReopen ? (
        <ActionForm fold={t("reopen")} action={reopen} carries={seen(tip)}>
          <Field name="reason" label={t("reason")} kind="area" />
          <Send>{t("reopen")}</Send>
        </ActionForm>
      ) : null}
      {canReveal ? (
        <ActionForm fold={t("reveal")} action={reveal} carries={{ tipId: tip.tipId }}>
          <p className="hint">{t("revealNote")}</p>
          <Field name="reason" label={t("reason")} />
          <Send>{t("reveal")}</Send>
        </ActionForm>
      ) : null}
      {isUndecided || canReopen || canReveal ? null : <p className="quiet">{t("nothingToDo")}</p>}
    </Section>
  )
}

const seen = ({ tipId, version }: Tip) => ({ tipId, version })

const Decide = ({ locale, tip, campaigns }: Props) => {
  const t = wordsFor(locale, "consoleTip")
  const optional = wordsFor(locale, "console")("form.optional")
  return (
    <>
      <ActionForm fold={t("accept")} action={accept} carries={seen(tip)}>
        <Field
          name="campaign"
          kind="select"
          label={t("campaign")}
          options={campaigns.map(({ slug, name }) => ({ value: slug, label: name[locale] }))}
        />
        <Field name="note" kind="area" label={t("note")} hint={t("noteHint")} optional={optional} />
        <Send kind="main">{t("accept")}</Send>
      </ActionForm>
      <ActionForm fold={t("decline")} action={decline} carries={seen(tip)}>
        <Field
          name="reason"
          kind="select"
          label={t("declineReason")}
          hint={t("declineHint")}
          options={[
            { value: "", label: t("choose") },
            ...declineReasons.map((value) => ({ value, label: t(`declineReasons.${value}`) })),
          ]}
        />
        <Field name="note" kind="area" label={t("note")} hint={t("noteHint")} optional={optional} />
        <Send kind="danger">{t("decline")}</Send>
      </ActionForm>
      <AskOrKnown locale={locale} tip={tip} />
      <ActionForm action={release} carries={seen(tip)} className="inline">
        <Send kind="plain">{t("release")}</Send>
      </ActionForm>
    </>
  )
}
