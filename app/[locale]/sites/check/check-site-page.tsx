import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { EntryField, Field } from "@/app/_document/form"
import { Button, ErrorSummary } from "@/app/_document/parts"
import { entryErrors } from "@/app/_document/route/entry-errors"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { type Locale, wordsFor } from "@/app/_words"
import type { Campaign } from "@/lib/campaign"
import type { Checked } from "@/lib/site-list"
import { Verdict } from "./verdict"

type Props = {
  readonly locale: Locale
  readonly entry?: ShownEntry | undefined
  readonly checked?: Checked | undefined
  readonly campaign?: Pick<Campaign, "slug" | "name"> | undefined
}

export const CheckSitePage = ({ locale, entry, checked, campaign }: Props) => {
  const t = wordsFor(locale, "siteCheck")
  const errors = entryErrors(locale, entry, { typed: t("needed") })
  return (
    <Document
      locale={locale}
      path="/sites/check"
      title={t("title")}
      description={t("description")}
      hasErrors={errors.length > 0}
      entry={entry}
      before={<Breadcrumbs locale={locale} />}
    >
      <ErrorSummary locale={locale} errors={errors} />
      <h1 className="govuk-heading-l">{t("title")}</h1>
      {checked ? <Verdict locale={locale} checked={checked} campaign={campaign} /> : null}
      <p className="govuk-body">{t("lead")}</p>
      <form method="post" action={`/${locale}/sites/check`} noValidate>
        <EntryField entry={entry} />
        <Field
          locale={locale}
          id="typed"
          label={t("typed")}
          error={errors[0]?.text}
          spellCheck={false}
          value={entry?.typed.typed ?? ""}
        />
        <Button>{t("check")}</Button>
      </form>
      {(["criteria", "removal", "operator", "partners"] as const).map((name) => (
        <section key={name}>
          <h2 className="govuk-heading-m">{t(`sections.${name}.heading`)}</h2>
          <p className="govuk-body">{t(`sections.${name}.text`)}</p>
          {name === "operator" ? (
            <p className="govuk-body">
              <a className="govuk-link" href={objectionHref(locale, checked)}>
                {wordsFor(locale, "objection")("title")}
              </a>{" "}
              <a className="govuk-link" href={`/${locale}/sites/objection/follow`}>
                {wordsFor(locale, "objection")("toFollow")}
              </a>
            </p>
          ) : null}
          {name === "partners" ? (
            <p className="govuk-body">
              <a className="govuk-link" href="/api/openapi.json">
                {t("interface")}
              </a>
            </p>
          ) : null}
        </section>
      ))}
    </Document>
  )
}

const objectionHref = (locale: Locale, checked: Checked | undefined) => {
  const typed = checked?.standing?.status === "listed" ? (checked.target.typed ?? checked.target.text) : ""
  const path = `/${locale}/sites/objection`
  return typed ? `${path}?${new URLSearchParams({ site: typed })}` : path
}
