import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Radios } from "@/app/_document/choices"
import { Document } from "@/app/_document/document"
import { Field, Textarea } from "@/app/_document/form"
import { Button, ErrorSummary, Inset } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { categories, descriptionMax, descriptionMin, targetsMax } from "@/lib/tip"
import type { FieldError, FieldName, Typed } from "./submission"

type Props = {
  readonly locale: Locale
  /** New for each form, so that a double click or a reload sends one tip only. */
  readonly idempotencyKey: string
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
  /** Said above the form when the form itself is at fault. */
  readonly notice?: string
}

export const ReportPage = (props: Props) => {
  const { locale, idempotencyKey, typed = {}, errors = [], notice } = props
  const t = wordsFor(locale, "report")
  const errorAt = (id: FieldName) => errors.find((one) => one.id === id)?.text
  const field = (id: FieldName) => ({
    locale,
    id,
    label: t(`fields.${id}`),
    error: errorAt(id),
    ...(typed[id] === undefined ? {} : { value: typed[id] }),
  })
  return (
    <Document
      locale={locale}
      path="/report"
      title={t("title")}
      description={t("description")}
      hasErrors={errors.length > 0}
      modules={["draft.js"]}
      before={<Breadcrumbs locale={locale} />}
    >
      <ErrorSummary locale={locale} errors={errors.map(({ id, summary }) => ({ id, text: summary }))} />
      {notice ? <Inset>{notice}</Inset> : null}
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <p className="govuk-body">{t("lead")}</p>
      <p className="govuk-body">
        {t("privacy")}{" "}
        <a className="govuk-link" href={`/${locale}/privacy`}>
          {t("privacyLink")}
        </a>
      </p>
      <form
        method="post"
        action={`/${locale}/report`}
        noValidate
        data-draft={props.typed ? "typed" : "fresh"}
      >
        <input type="hidden" name="key" value={idempotencyKey} />
        <Radios
          {...field("category")}
          legend={t("fields.category")}
          choices={categories.map((value) => ({ value, label: t(`categories.${value}`) }))}
        />
        <Textarea
          {...field("targets")}
          hint={t("fields.targetsHint", { max: targetsMax })}
          rows={3}
          spellCheck={false}
        />
        <Textarea
          {...field("description")}
          hint={t("fields.descriptionHint", { min: descriptionMin, max: descriptionMax })}
        />
        <Field {...field("work")} hint={t("fields.workHint")} isOptional />
        <Field {...field("contact")} hint={t("fields.contactHint")} autoComplete="email" isOptional />
        <Radios
          locale={locale}
          id="hasFiles"
          legend={t("fields.hasFiles")}
          value={typed.hasFiles ?? "yes"}
          isInline
          choices={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
        />
        <Button>{t("submit")}</Button>
      </form>
    </Document>
  )
}
