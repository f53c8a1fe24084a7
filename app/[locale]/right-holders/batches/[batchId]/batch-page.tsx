import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { EntryField } from "@/app/_document/form"
import { Button, ButtonLink, ErrorSummary } from "@/app/_document/parts"
import { entryErrors } from "@/app/_document/route/entry-errors"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { StoreForm } from "@/app/_document/store-form"
import { type Locale, wordsFor } from "@/app/_words"
import { shownName } from "@/app/_words/shown-name"
import { type Batch, batchMegabytesMax, uploadHoursMax } from "@/lib/batch"
import { BatchProgress } from "./batch-progress"
import { BatchRows } from "./batch-rows"
import type { PickedRows } from "./picked-rows"

type Props = {
  readonly locale: Locale
  readonly batch: Batch
  /** Where its file is sent; absent once that has come. */
  readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> } | undefined
  readonly picked: PickedRows
  readonly entry: ShownEntry | undefined
}

/** One table of a right holder, from its upload to the result of each row. */
export const BatchPage = ({ locale, batch, upload, picked, entry }: Props) => {
  const t = wordsFor(locale, "batch")
  const holders = `/${locale}/right-holders`
  const path = `/right-holders/batches/${batch.batchId}`
  const title = batch.fileName ? shownName(batch.fileName) : t("begin")
  const errors = entryErrors(locale, entry, {})
  const crumbs = [
    { href: holders, text: t("reports") },
    { href: `${holders}/batches`, text: t("title") },
  ]
  return (
    <Document
      locale={locale}
      path={path}
      title={title}
      isPrivate
      hasErrors={errors.length > 0}
      modules={["progress.js"]}
      entry={entry}
      before={<Breadcrumbs locale={locale} crumbs={crumbs} />}
    >
      <ErrorSummary locale={locale} errors={errors} />
      <h1 className="govuk-heading-l">
        <bdi className="portal-file">{title}</bdi>
      </h1>
      <BatchProgress locale={locale} batch={batch} />
      {upload ? (
        <StoreForm
          locale={locale}
          upload={upload}
          label={t("choose")}
          hint={t("hint", { megabytes: batchMegabytesMax })}
          button={t("upload")}
          pageHref={`/${locale}${path}`}
          frameHref={`/${locale}/right-holders/batches/sending`}
          refusals={{
            EntityTooLarge: t("tooLarge", { megabytes: batchMegabytesMax }),
            EntityTooSmall: t("tooSmall"),
            AccessDenied: wordsFor(locale, "evidence")("sending.expired", { hours: uploadHoursMax }),
          }}
        />
      ) : null}
      {batch.state === "checked" && batch.checked && batch.checked.created > 0 ? (
        <form method="post" action={`/${locale}${path}/send`}>
          <EntryField entry={entry} />
          <Button>{t("submit", { count: batch.checked.created })}</Button>
          {batch.checked.invalid > 0 ? <p className="govuk-hint">{t("submitHint")}</p> : null}
        </form>
      ) : null}
      <BatchRows locale={locale} batch={batch} picked={picked} />
      {batch.rowsDone > 0 ? (
        <ButtonLink href={`/${locale}${path}/results`} kind="secondary">
          {t("download")}
        </ButtonLink>
      ) : null}
    </Document>
  )
}
