import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { EntryField, Field, type FormError } from "@/app/_document/form"
import { Button, ErrorSummary, Inset, SummaryList } from "@/app/_document/parts"
import { entryErrors } from "@/app/_document/route/entry-errors"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { refusalLine } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import { DateText, dateText } from "@/app/_words/date-text"
import type { Upload } from "@/lib/evidence"
import type { Valve } from "@/lib/limits"
import type { FollowedObjection } from "@/lib/objection"
import { ObjectionFiles } from "./objection-files"

type Props = {
  readonly locale: Locale
  readonly entry?: ShownEntry | undefined
  readonly found?: FollowedObjection | undefined
  /** Where the form sends the next file; absent until one asks for it. */
  readonly upload?: Upload | undefined
  readonly valve?: Valve
}

export const FollowPage = ({ locale, entry, found, upload, valve }: Props) => {
  const t = wordsFor(locale, "objection")
  const errors = errorsOf(locale, entry)
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.text
  return (
    <Document
      locale={locale}
      path="/sites/objection/follow"
      title={t("followTitle")}
      description={t("followDescription")}
      hasErrors={errors.length > 0}
      entry={entry}
      before={<Breadcrumbs locale={locale} />}
    >
      <ErrorSummary locale={locale} errors={errors} />
      <h1 className="govuk-heading-l">{t("followTitle")}</h1>
      {found && entry ? (
        <>
          <Found locale={locale} found={found} />
          <ObjectionFiles locale={locale} entryRef={entry.ref} found={found} upload={upload} valve={valve} />
          <h2 className="govuk-heading-m">{t("openAnother")}</h2>
        </>
      ) : (
        <p className="govuk-body">{t("followLead")}</p>
      )}
      <form method="post" action={`/${locale}/sites/objection/follow`} noValidate>
        <EntryField entry={entry} />
        <Field
          locale={locale}
          id="number"
          label={t("number")}
          error={errorOf("number")}
          spellCheck={false}
          widthCharacters={20}
          value={found ? "" : (entry?.typed.number ?? "")}
        />
        <Field
          locale={locale}
          id="code"
          label={t("code")}
          error={errorOf("code")}
          spellCheck={false}
          autoComplete="off"
          widthCharacters={20}
        />
        <Button>{t("open")}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={`/${locale}/sites/objection`}>
          {t("toForm")}
        </a>
      </p>
    </Document>
  )
}

const Found = ({ locale, found }: { readonly locale: Locale; readonly found: FollowedObjection }) => {
  const t = wordsFor(locale, "objection")
  const { status, site, siteName, text, receivedAt, answer, wording, dueAt } = found
  return (
    <>
      <Inset>
        <p className="govuk-body">{t(`status.${status}`, { date: dueAt ? dateText(locale, dueAt) : "" })}</p>
      </Inset>
      <SummaryList
        rows={[
          { key: t("site"), value: siteName ?? site },
          { key: t("received"), value: <DateText locale={locale} at={receivedAt} /> },
          { key: t("yours"), value: <span className="portal-typed">{text}</span> },
          ...(answer ? [{ key: t("answer"), value: <span className="portal-typed">{answer}</span> }] : []),
          ...(wording
            ? [{ key: t("decision"), value: <span className="portal-typed">{wording}</span> }]
            : []),
        ]}
      />
    </>
  )
}

const errorsOf = (locale: Locale, entry: ShownEntry | undefined): readonly FormError[] => {
  if (entry?.refusal?.code === "not-found")
    return [{ id: "number", text: refusalLine(locale, entry.refusal) }]
  const t = wordsFor(locale, "objection")
  return entryErrors(locale, entry, { number: t("neededKeys.number"), code: t("neededKeys.code") })
}
