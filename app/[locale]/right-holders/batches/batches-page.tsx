import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { EntryField } from "@/app/_document/form"
import { Button, ButtonLink, ErrorSummary } from "@/app/_document/parts"
import { entryErrors } from "@/app/_document/route/entry-errors"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { type Locale, wordsFor } from "@/app/_words"
import { DateText } from "@/app/_words/date-text"
import { shownName } from "@/app/_words/shown-name"
import { type Batch, batchMegabytesMax, rowsMax } from "@/lib/batch"
import { Columns } from "./columns"
import { StateTag } from "./state-tag"

type Props = {
  readonly locale: Locale
  readonly batches: readonly Batch[]
  readonly entry: ShownEntry | undefined
}

/** Where a right holder uploads tables, and finds those of before. */
export const BatchesPage = ({ locale, batches, entry }: Props) => {
  const t = wordsFor(locale, "batch")
  const path = `/${locale}/right-holders`
  const errors = entryErrors(locale, entry, {})
  return (
    <Document
      locale={locale}
      path="/right-holders/batches"
      title={t("title")}
      isPrivate
      hasErrors={errors.length > 0}
      entry={entry}
      before={<Breadcrumbs locale={locale} crumbs={[{ href: path, text: t("reports") }]} />}
    >
      <ErrorSummary locale={locale} errors={errors} />
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <p className="govuk-body">{t("lead", { rows: rowsMax, megabytes: batchMegabytesMax })}</p>
      <p className="govuk-body">{t("formats")}</p>
      <form method="post" action={`${path}/batches`}>
        <EntryField entry={entry} />
        <Button>{t("begin")}</Button>
      </form>
      <ButtonLink href={`/${locale}/right-holders/template`} kind="secondary">
        {t("template")}
      </ButtonLink>
      <h2 className="govuk-heading-m">{t("listTitle")}</h2>
      {batches.length === 0 ? <p className="govuk-body">{t("listNone")}</p> : null}
      <ul className="govuk-list portal-reports">
        {batches.map((batch) => (
          <li key={batch.batchId}>
            <a className="govuk-link" href={`${path}/batches/${batch.batchId}`}>
              {t("listLine", { name: batch.fileName ? shownName(batch.fileName) : t("unnamed") })}{" "}
              <DateText locale={locale} at={batch.announcedAt} />
            </a>{" "}
            <StateTag locale={locale} state={batch.state} />
          </li>
        ))}
      </ul>
      <Columns locale={locale} />
    </Document>
  )
}
