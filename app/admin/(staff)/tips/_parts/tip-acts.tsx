import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { More } from "@/app/admin/_ui/form/more"
import { Radios } from "@/app/admin/_ui/form/radios"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import {
  accept,
  claim,
  decline,
  release,
  reopen,
  reveal,
  skip,
  takeOver,
} from "@/app/admin/(staff)/tips/actions"
import type { Campaign } from "@/lib/campaign"
import { reopenTip } from "@/lib/case"
import type { Original } from "@/lib/desk"
import type { Person } from "@/lib/kernel/actor"
import { revealContact } from "@/lib/reporter"
import { choosable, type Entry } from "@/lib/settings"
import {
  acceptTip,
  after,
  awaitsAnswer,
  type Claim,
  claimHolds,
  claimTip,
  type Tip,
  takeOverTip,
} from "@/lib/tip"
import { AwaitCase } from "./await-case"
import { type Colleague, GiveOn } from "./give-on"
import { KeepClaim } from "./keep-claim"
import { AnswerWait, AskOrKnown } from "./tip-ask"

type Props = {
  readonly locale: Locale
  readonly now: string
  readonly person: Person
  readonly tip: Tip
  readonly campaigns: readonly Campaign[]
  /** What administrators worded for the desk. */
  readonly entries: readonly Entry[]
  /** To whom the tip can be handed. */
  readonly colleagues: readonly Colleague[]
  /** What the tip may be a duplicate of. */
  readonly originals: readonly Original[]
  /** The queue that the person works through; absent where the tip was opened by itself. */
  readonly flow?: string | undefined
}

/** What the person may do with the tip as it stands. */
export const TipActs = (props: Props) => {
  const { locale, now, person, tip } = props
  const t = wordsFor(locale, "consoleTip")
  const isUndecided = after(tip.status, "claim") !== undefined
  const canReopen = after(tip.status, "reopen") !== undefined && may(person, reopenTip)
  const canReveal = tip.hasContact && may(person, revealContact)
  const isMine = tip.claim?.id === person.id
  const isFor = tip.another?.than.id !== person.id
  const holder = tip.claim && claimHolds(tip, now) ? tip.claim : undefined
  return (
    <Section id="acts" title={t("acts")}>
      {holder ? <Held {...props} holder={holder} isMine={isMine} /> : null}
      {tip.status === "accepted" && !tip.caseId ? <AwaitCase text={t("caseSoon")} /> : null}
      <AnswerWait locale={locale} tip={tip} now={now} />
      {isUndecided && tip.another ? (
        <p>{t(`another.${tip.another.why}`, { name: tip.another.than.name })}</p>
      ) : null}
      {isUndecided && !awaitsAnswer(tip, now) && may(person, claimTip) && isFor && (!holder || isMine) ? (
        <ActionForm action={claim} carries={{ tipId: tip.tipId }} className="inline">
          <Send kind={isMine ? "plain" : "main"} shortcut={isMine ? undefined : "c"}>
            {t(isMine ? "renewClaim" : "claim")}
          </Send>
        </ActionForm>
      ) : null}
      {after(tip.status, "accept") && isMine && may(person, acceptTip) ? <Decide {...props} /> : null}
      {holder && !isMine && isFor && after(tip.status, "take-over") && may(person, takeOverTip) ? (
        <ActionForm fold={t("takeOver")} shortcut="t" action={takeOver} carries={seen(tip)}>
          <p className="hint">{t("takeOverNote", { name: holder.name })}</p>
          <Send kind="danger">{t("takeOver")}</Send>
        </ActionForm>
      ) : null}
      {canReopen ? (
        <ActionForm fold={t("reopen")} shortcut="o" action={reopen} carries={seen(tip)}>
          {tip.status === "accepted" ? <p className="hint">{t("reopenAccepted")}</p> : null}
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

type HeldProps = Props & { readonly holder: Claim; readonly isMine: boolean }

const Held = ({ locale, tip, holder, isMine }: HeldProps) => {
  const t = wordsFor(locale, "consoleTip")
  if (isMine)
    return (
      <KeepClaim
        tipId={tip.tipId}
        until={holder.until}
        locale={languageTags[locale]}
        words={{ held: t("heldByYou", { until: "{until}" }), lost: t("claimLost") }}
      />
    )
  const until = formatFor(locale).dateTime(new Date(holder.until), { hour: "2-digit", minute: "2-digit" })
  return <p>{t("heldBy", { name: holder.name, until })}</p>
}

const Decide = ({ locale, tip, campaigns, entries, colleagues, originals, flow = "" }: Props) => {
  const t = wordsFor(locale, "consoleTip")
  const optional = wordsFor(locale, "console")("form.optional")
  const carries = { ...seen(tip), flow }
  const note = <Field name="note" kind="area" label={t("note")} hint={t("noteHint")} optional={optional} />
  return (
    <>
      <ActionForm action={accept} carries={carries}>
        <Field
          name="campaign"
          kind="select"
          label={t("campaign")}
          options={campaigns.map(({ slug, name }) => ({ value: slug, label: name[locale] }))}
        />
        <More title={t("note")}>{note}</More>
        <Send kind="main" shortcut="a">
          {t("accept")}
        </Send>
      </ActionForm>
      <ActionForm fold={t("decline")} shortcut="d" action={decline} carries={carries}>
        <Radios
          name="reason"
          label={t("declineReason")}
          options={choosable(entries, "decline-reason").map(({ code, name, text }) => ({
            value: code,
            label: name[locale],
            hint: text?.[tip.locale],
          }))}
        />
        <Field
          name="wording"
          kind="area"
          label={t("wording")}
          hint={t("wordingHint")}
          optional={optional}
          lang={languageTags[tip.locale]}
        />
        {note}
        <Send kind="danger">{t("decline")}</Send>
      </ActionForm>
      <AskOrKnown
        locale={locale}
        tip={tip}
        flow={flow}
        questions={choosable(entries, "question")}
        originals={originals}
      />
      <GiveOn locale={locale} tip={tip} flow={flow} colleagues={colleagues} />
      <ActionForm action={release} carries={seen(tip)} className="inline">
        <Send kind="plain" shortcut="r">
          {t("release")}
        </Send>
      </ActionForm>
      <ActionForm action={skip} carries={{ ...seen(tip), flow: flow || "citizens" }} className="inline">
        <Send kind="plain" shortcut="n">
          {t("skip")}
        </Send>
      </ActionForm>
    </>
  )
}
