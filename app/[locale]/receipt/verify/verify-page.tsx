import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { EntryField, Textarea } from "@/app/_document/form"
import { Button, ErrorSummary, SummaryList } from "@/app/_document/parts"
import { entryErrors } from "@/app/_document/route/entry-errors"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { type Locale, wordsFor } from "@/app/_words"
import { DateText } from "@/app/_words/date-text"
import type { Verification } from "@/lib/reporter"

type Props = {
  readonly locale: Locale
  readonly entry?: ShownEntry | undefined
  readonly verification?: Verification | undefined
}

export const VerifyPage = ({ locale, entry, verification }: Props) => {
  const t = wordsFor(locale, "receipt")
  const errors = entryErrors(locale, entry, { statement: t("needed") })
  return (
    <Document
      locale={locale}
      path="/receipt/verify"
      title={t("title")}
      description={t("description")}
      hasErrors={errors.length > 0}
      entry={entry}
      before={<Breadcrumbs locale={locale} />}
    >
      <ErrorSummary locale={locale} errors={errors} />
      <h1 className="govuk-heading-l">{t("title")}</h1>
      {verification ? <Answer locale={locale} verification={verification} /> : null}
      <p className="govuk-body">{t("lead")}</p>
      <form method="post" action={`/${locale}/receipt/verify`} noValidate>
        <EntryField entry={entry} />
        <Textarea
          locale={locale}
          id="statement"
          label={t("statement")}
          hint={t("statementHint")}
          error={errors[0]?.text}
          spellCheck={false}
          rows={8}
          value={entry?.typed.statement ?? ""}
        />
        <Button>{t("check")}</Button>
      </form>
      <p className="govuk-body-s">
        <a className="govuk-link" href={`/${locale}/receipt/log`}>
          {t("log.title")}
        </a>
      </p>
      <p className="govuk-body-s">{t("offline", { address: "/.well-known/jwks.json" })}</p>
    </Document>
  )
}

const Answer = ({ locale, verification }: { locale: Locale; verification: Verification }) => {
  const t = wordsFor(locale, "receipt")
  if (!verification.isGenuine)
    return (
      <div className="govuk-inset-text portal-verdict--bad">
        <h2 className="govuk-heading-m">{t("notGenuine")}</h2>
        <p className="govuk-body">{t("notGenuineText")}</p>
      </div>
    )
  const { number, receivedAt, issuedAt, contentHash, files } = verification.statement
  return (
    <div className="govuk-inset-text portal-verdict--good">
      <h2 className="govuk-heading-m">{t("genuine")}</h2>
      <p className="govuk-body">{t("genuineText")}</p>
      <SummaryList
        rows={[
          { key: t("number"), value: <code>{number}</code> },
          { key: t("receivedAt"), value: <DateText locale={locale} at={receivedAt} /> },
          ...(issuedAt ? [{ key: t("issuedAt"), value: <DateText locale={locale} at={issuedAt} /> }] : []),
          { key: t("contentHash"), value: <code>{contentHash}</code> },
          { key: t("files"), value: <Files locale={locale} files={files} /> },
        ]}
      />
    </div>
  )
}

type Files = Extract<Verification, { isGenuine: true }>["statement"]["files"]

const Files = ({ locale, files }: { locale: Locale; files: Files }) => {
  const t = wordsFor(locale, "receipt")
  if (files.length === 0) return t("noFiles")
  return (
    <ul className="govuk-list">
      {files.map(({ evidenceId, sha256, sizeBytes, sealedAt }) => (
        <li key={evidenceId}>
          {sha256 && sizeBytes !== undefined
            ? t("file", { size: sizeBytes, hash: sha256 })
            : t("fileAnnounced")}
          {sealedAt ? (
            <>
              {" · "}
              {t("sealed")} <DateText locale={locale} at={sealedAt} />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
