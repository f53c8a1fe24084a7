import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { Fold } from "@/app/admin/_ui/parts"
import { issue } from "@/app/admin/(staff)/people/actions"
import { keyScopes } from "@/lib/kernel/actor"

/** The form's answer is the key: the one time that it is shown. */
export const IssueKey = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "consoleDesk")
  return (
    <Fold title={t("keys.issue")}>
      <ActionForm action={issue}>
        <p className="hint">{t("keys.issueNote")}</p>
        <Field name="holderId" label={t("keys.holderId")} hint={t("keys.holderIdHint")} />
        <Field name="name" label={t("keys.name")} />
        <Field
          name="scopes"
          kind="select"
          label={t("keys.scopes")}
          options={[
            { value: "tips:write tips:read", label: t("keys.both") },
            ...keyScopes.map((value) => ({ value, label: t(`keys.scope.${value}`) })),
          ]}
        />
        <Send kind="main">{t("keys.issue")}</Send>
      </ActionForm>
    </Fold>
  )
}
