import { type Locale, locales, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import { Field } from "@/app/admin/_ui/form/field"
import type { Notice } from "@/lib/notice"

type Props = { readonly locale: Locale; readonly text?: Pick<Notice, "title" | "body"> }

/** Both languages side by side: a notice says the same in each. */
export const NoticeFields = ({ locale, text }: Props) => {
  const t = wordsFor(locale, "consoleNotice")
  return (
    <div className="halves">
      {locales.map((language) => (
        <fieldset key={language}>
          <legend>{t(`languages.${language}`)}</legend>
          <Field
            name={`title.${language}`}
            label={t("title")}
            initial={text?.title[language]}
            lang={languageTags[language]}
          />
          <Field
            name={`body.${language}`}
            kind="area"
            rows={18}
            label={t("body")}
            initial={text?.body[language]}
            lang={languageTags[language]}
          />
        </fieldset>
      ))}
    </div>
  )
}
