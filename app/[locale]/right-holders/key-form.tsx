import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { EntryField, Field } from "@/app/_document/form"
import { Button, ErrorSummary } from "@/app/_document/parts"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { refusalLine } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"

type Props = { readonly locale: Locale; readonly entry?: ShownEntry | undefined }

/** Asks for the key. */
export const KeyForm = ({ locale, entry }: Props) => {
  const t = wordsFor(locale, "rightHolder")
  const refusal = entry?.refusal
  const isMissing = refusal?.issues.some(({ rule }) => rule === "required") ?? false
  const error = refusal && (isMissing ? t("needed") : refusalLine(locale, refusal))
  return (
    <Document
      locale={locale}
      path="/right-holders"
      title={t("title")}
      description={t("description")}
      hasErrors={error !== undefined}
      entry={entry}
      before={<Breadcrumbs locale={locale} />}
    >
      <ErrorSummary locale={locale} errors={error === undefined ? [] : [{ id: "key", text: error }]} />
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <p className="govuk-body">{t("lead")}</p>
      <form method="post" action={`/${locale}/right-holders`} noValidate>
        <EntryField entry={entry} />
        <Field
          locale={locale}
          id="key"
          label={t("key")}
          hint={t("keyHint")}
          error={error}
          autoComplete="off"
          spellCheck={false}
        />
        <Button>{t("open")}</Button>
      </form>
      <h2 className="govuk-heading-m">{t("program")}</h2>
      <p className="govuk-body">
        {t("programText")}{" "}
        <a className="govuk-link" href="/api/openapi.json">
          {t("interface")}
        </a>
      </p>
    </Document>
  )
}
