import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { Field, type FormError } from "@/app/_document/form"
import { Button, ErrorSummary } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"

type Props = {
  readonly locale: Locale
  readonly typed?: Readonly<Record<string, string>>
  readonly errors?: readonly FormError[]
}

export const FollowForm = ({ locale, typed = {}, errors = [] }: Props) => {
  const t = wordsFor(locale, "follow")
  const field = (id: "number" | "code") => ({
    locale,
    id,
    label: t(id),
    hint: t(`${id}Hint`),
    error: errors.find((one) => one.id === id)?.text,
    autoComplete: "off",
    spellCheck: false,
    widthCharacters: 30 as const,
    ...(typed[id] === undefined ? {} : { value: typed[id] }),
  })
  return (
    <Document
      locale={locale}
      path="/follow"
      title={t("title")}
      description={t("description")}
      hasErrors={errors.length > 0}
      before={<Breadcrumbs locale={locale} />}
    >
      <ErrorSummary locale={locale} errors={errors} />
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <p className="govuk-body">{t("lead")}</p>
      <form method="post" action={`/${locale}/follow`} noValidate>
        <Field {...field("number")} />
        <Field {...field("code")} />
        <Button>{t("open")}</Button>
      </form>
    </Document>
  )
}
