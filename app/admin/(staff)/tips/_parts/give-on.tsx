import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { escalate, handOver } from "@/app/admin/(staff)/tips/actions"
import type { listModerators } from "@/lib/session"
import { handedHours, type Tip } from "@/lib/tip"

export type Colleague = Awaited<ReturnType<typeof listModerators>>[number]

type Props = {
  readonly locale: Locale
  readonly tip: Tip
  readonly flow: string
  readonly colleagues: readonly Colleague[]
}

/** How a moderator gives a tip on: to one colleague, or to anybody else for a second opinion. */
export const GiveOn = ({ locale, tip: { tipId, version }, flow, colleagues }: Props) => {
  const t = wordsFor(locale, "consoleTip")
  const carries = { tipId, version, flow }
  return (
    <>
      <ActionForm fold={t("escalate")} shortcut="e" action={escalate} carries={carries}>
        <p className="hint">{t("escalateNote")}</p>
        <Field name="reason" label={t("reason")} kind="area" />
        <Send>{t("escalate")}</Send>
      </ActionForm>
      {colleagues.length > 0 ? (
        <ActionForm fold={t("handOver")} shortcut="h" action={handOver} carries={carries}>
          <p className="hint">{t("handOverNote", { hours: handedHours })}</p>
          <Field
            name="to"
            kind="select"
            label={t("colleague")}
            options={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <Send>{t("handOver")}</Send>
        </ActionForm>
      ) : null}
    </>
  )
}
