import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { approveOpening, askOriginal, original } from "@/app/admin/(staff)/tips/actions"
import { accessOf, type Evidence, openingAt, openOriginal } from "@/lib/evidence"
import type { Person } from "@/lib/kernel/actor"

type Props = {
  readonly locale: Locale
  readonly now: string
  readonly person: Person
  readonly evidence: Evidence
}

/** The way to an original: straight where a scanner called it clean, by a second person elsewhere. */
export const Original = ({ locale, now, person, evidence }: Props) => {
  const t = wordsFor(locale, "consoleTip")
  const { tipId, evidenceId, version } = evidence
  const opening = openingAt(evidence, now)
  const { askedBy, approvedBy, reason = "" } = opening ?? {}
  const status =
    askedBy && approvedBy ? (
      <p className="hint">{t("openingApproved", { name: approvedBy.name, asker: askedBy.name })}</p>
    ) : null
  if (!may(person, openOriginal)) return status
  switch (accessOf(evidence, person.id, now)) {
    case "open":
      return (
        <>
          {status}
          <ActionForm fold={t("openOriginal")} action={original} carries={{ tipId, evidenceId }}>
            <p className="hint">{t("openOriginalNote")}</p>
            <Field name="reason" label={t("reason")} />
            <Send>{t("getLink")}</Send>
          </ActionForm>
        </>
      )
    case "ask":
      return (
        <>
          {status}
          <ActionForm fold={t("askForOriginal")} action={askOriginal} carries={{ tipId, evidenceId }}>
            <p className="hint">{t("askForOriginalNote")}</p>
            <Field name="reason" label={t("reason")} />
            <Send>{t("askColleague")}</Send>
          </ActionForm>
        </>
      )
    case "approve":
      return (
        <ActionForm action={approveOpening} carries={{ tipId, evidenceId, version }}>
          <p>{t("openingAsked", { name: askedBy?.name ?? "", reason })}</p>
          <Send>{t("approveOpening")}</Send>
        </ActionForm>
      )
    case "wait":
      return <p className="hint">{t("openingWaits")}</p>
  }
}
