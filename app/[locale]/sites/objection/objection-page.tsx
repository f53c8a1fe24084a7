import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { EntryField, Field, Textarea } from "@/app/_document/form"
import { Button, ErrorSummary } from "@/app/_document/parts"
import { entryErrors } from "@/app/_document/route/entry-errors"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { type Locale, wordsFor } from "@/app/_words"

type Props = {
  readonly locale: Locale
  readonly entry?: ShownEntry | undefined
  /** The site that was looked up before. */
  readonly site: string
  /** Makes the same form, sent twice, one objection. */
  readonly formKey: string
}

export const ObjectionPage = ({ locale, entry, site, formKey }: Props) => {
  const t = wordsFor(locale, "objection")
  const errors = entryErrors(locale, entry, { typed: t("needed.typed"), text: t("needed.text") })
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.text
  return (
    <Document
      locale={locale}
      path="/sites/objection"
      title={t("title")}
      description={t("description")}
      hasErrors={errors.length > 0}
      entry={entry}
      before={<Breadcrumbs locale={locale} />}
    >
      <ErrorSummary locale={locale} errors={errors} />
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <p className="govuk-body">{t("lead")}</p>
      <form method="post" action={`/${locale}/sites/objection`} noValidate>
        <EntryField entry={entry} />
        <input type="hidden" name="key" value={entry?.typed.key || formKey} />
        <Field
          locale={locale}
          id="typed"
          label={t("typed")}
          error={errorOf("typed")}
          spellCheck={false}
          value={entry?.typed.typed ?? site}
        />
        <Textarea
          locale={locale}
          id="text"
          label={t("text")}
          hint={t("textHint")}
          error={errorOf("text")}
          rows={8}
          value={entry?.typed.text ?? ""}
        />
        <Button>{t("send")}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={`/${locale}/sites/objection/follow`}>
          {t("toFollow")}
        </a>
      </p>
    </Document>
  )
}
