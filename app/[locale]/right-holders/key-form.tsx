import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { Field } from "@/app/_document/form"
import { Button, ErrorSummary } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"

type Props = { readonly locale: Locale; readonly error?: string }

/** Asks for the key. A refused one does not come back: it may be right but for a letter. */
export const KeyForm = ({ locale, error }: Props) => {
  const t = wordsFor(locale, "rightHolder")
  return (
    <Document
      locale={locale}
      path="/right-holders"
      title={t("title")}
      description={t("description")}
      hasErrors={error !== undefined}
      before={<Breadcrumbs locale={locale} />}
    >
      <ErrorSummary locale={locale} errors={error === undefined ? [] : [{ id: "key", text: error }]} />
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <p className="govuk-body">{t("lead")}</p>
      <form method="post" action={`/${locale}/right-holders`} noValidate>
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
