import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { merge, moveSome } from "@/app/admin/(staff)/cases/actions"
import { type Case, caseAfter, movedAtOnceMax, moveTips } from "@/lib/case"
import type { Person } from "@/lib/kernel/actor"

type Props = { readonly locale: Locale; readonly person: Person; readonly found: Case }

/** Puts together what belongs together: tips into another case or a new one, or a whole case into another. */
export const Regroup = ({ locale, person, found }: Props) => {
  if (!may(person, moveTips) || !caseAfter(found.status, "join")) return null
  const t = wordsFor(locale, "consoleCase")
  const carries = { caseId: found.caseId, version: found.version }
  return (
    <Section id="regroup" title={t("regroup.title")}>
      <ActionForm fold={t("regroup.move")} action={moveSome} carries={carries}>
        <Field
          name="tipIds"
          kind="area"
          label={t("regroup.tips")}
          hint={t("regroup.tipsHint", { max: movedAtOnceMax })}
        />
        <Field
          name="to"
          label={t("regroup.to")}
          hint={t("regroup.toHint")}
          optional={wordsFor(locale, "console")("form.optional")}
        />
        <Field name="reason" kind="area" label={t("reason")} />
        <Send>{t("regroup.move")}</Send>
      </ActionForm>
      <ActionForm fold={t("regroup.merge")} action={merge} carries={carries}>
        <p className="hint">{t("regroup.mergeNote")}</p>
        <Field name="to" label={t("regroup.to")} />
        <Field name="reason" kind="area" label={t("reason")} />
        <Send kind="danger">{t("regroup.merge")}</Send>
      </ActionForm>
    </Section>
  )
}
