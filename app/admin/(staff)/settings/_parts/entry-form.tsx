import { type Locale, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Checks } from "@/app/admin/_ui/form/checks"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { save } from "@/app/admin/(staff)/settings/actions"
import { type Entry, type EntryKind, hasText } from "@/lib/settings"

type Props = {
  readonly locale: Locale
  readonly kind: EntryKind
  /** Of the settings, as the person saw them. */
  readonly version: number
  /** To be changed; absent for a new one. */
  readonly entry?: Entry
}

const languages = ["zh", "en"] as const

/** The form of one entry: a new one with its code, or one that is there. */
export const EntryForm = ({ locale, kind, version, entry }: Props) => {
  const t = wordsFor(locale, "consoleSettings")
  return (
    <ActionForm
      fold={entry ? t("change") : t(`add.${kind}`)}
      action={save}
      carries={{ version, kind, ...(entry ? { code: entry.code } : {}) }}
    >
      {entry ? null : <Field name="code" label={t("code")} hint={t("codeHint")} />}
      {languages.map((language) => (
        <Field
          key={language}
          name={`name.${language}`}
          label={t(`name.${language}`)}
          initial={entry?.name[language] ?? ""}
          lang={languageTags[language]}
        />
      ))}
      {hasText(kind)
        ? languages.map((language) => (
            <Field
              key={language}
              name={`text.${language}`}
              kind="area"
              label={t(`text.${language}`)}
              initial={entry?.text?.[language] ?? ""}
              lang={languageTags[language]}
            />
          ))
        : null}
      {entry ? (
        <Checks
          name="isRetired"
          label={t("retired")}
          hint={t("retiredHint")}
          options={[{ name: "isRetired", label: t("retire"), isTicked: entry.isRetired === true }]}
        />
      ) : null}
      <Send kind="main">{t("save")}</Send>
    </ActionForm>
  )
}
