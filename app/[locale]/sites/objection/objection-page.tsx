import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { EntryField, Field, type FormError, Textarea } from "@/app/_document/form"
import { Button, ErrorSummary } from "@/app/_document/parts"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { issueMessage, refusalLine } from "@/app/_http/message"
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
  const errors = errorsOf(locale, entry)
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

const fields = ["typed", "text"] as const

const errorsOf = (locale: Locale, entry: ShownEntry | undefined): readonly FormError[] => {
  if (!entry?.refusal) return []
  const { code, issues } = entry.refusal
  if (code !== "invalid") return [{ text: refusalLine(locale, entry.refusal) }]
  const t = wordsFor(locale, "objection")
  return issues.map((issue) => {
    const id = fields.find((field) => field === issue.path[0])
    const isEmpty = issue.rule === "required" || issue.rule === "too-short"
    return { id, text: id && isEmpty ? t(`needed.${id}`) : issueMessage(locale, issue) }
  })
}
