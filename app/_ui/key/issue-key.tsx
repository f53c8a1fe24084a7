import { type Locale, wordsFor } from "@/app/_words"
import { issue } from "@/app/admin/_actions/key"
import { keyScopes } from "@/lib/kernel/actor"
import { ActionForm } from "../form/action-form"
import { Field } from "../form/field"
import { Send } from "../form/send"
import { Fold } from "../parts"

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
            { value: keyScopes.join(" "), label: t("keys.both") },
            ...keyScopes.map((value) => ({ value, label: t(`keys.scope.${value}`) })),
          ]}
        />
        <Send kind="main">{t("keys.issue")}</Send>
      </ActionForm>
    </Fold>
  )
}
