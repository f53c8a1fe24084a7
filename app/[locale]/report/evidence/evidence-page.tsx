import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { Button, ButtonLink, ErrorSummary, Inset } from "@/app/_document/parts"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { Shut } from "@/app/_document/shut"
import { refusalLine } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import { Keys } from "@/app/[locale]/report/keys"
import { filesPerTipMax, type Upload } from "@/lib/evidence"
import { isShut, type Valve } from "@/lib/limits"
import { FileList } from "./file-list"
import { gigabytesMax, SendForm } from "./send-form"
import { Sender } from "./sender"
import { isShown, placesLeft, type SentFile } from "./slot"

type Props = {
  readonly locale: Locale
  readonly tipId: string
  readonly number: string
  readonly code: string
  /** The code is shown no more, and the way leads back to where the report is followed. */
  readonly isKept: boolean
  readonly files: readonly SentFile[]
  readonly valve: Valve
  /** Of a form of this page that was not taken. */
  readonly entry?: ShownEntry | undefined
  /** Where the form sends the next file; absent until one asks for it. */
  readonly upload?: Upload | undefined
  /** The name of the file that it waits for, where one was announced. */
  readonly uploadName?: string | undefined
  readonly isKnownByHash?: boolean
  /** How a file that was just sent by the form stands. */
  readonly sent?: "arrived" | "notArrived" | undefined
}

export const EvidencePage = (props: Props) => {
  const { locale, number, code, isKept, files, valve, upload, sent, entry } = props
  const t = wordsFor(locale, "evidence")
  const r = wordsFor(locale, "report")
  const path = `/${locale}/report/evidence`
  const used = files.filter(isShown).length
  return (
    <Document
      locale={locale}
      path="/report/evidence"
      title={t("title")}
      isPrivate
      hasErrors={entry?.refusal !== undefined}
      modules={["upload.js", "draft.js"]}
      before={<Breadcrumbs locale={locale} crumbs={[{ href: `/${locale}/report`, text: r("title") }]} />}
    >
      <ErrorSummary
        locale={locale}
        errors={entry?.refusal ? [{ text: refusalLine(locale, entry.refusal) }] : []}
      />
      {isKept ? null : (
        <div className="govuk-inset-text">
          <h2 className="govuk-heading-m">{r("saved.title")}</h2>
          <Keys locale={locale} number={number} code={code} />
          <p className="govuk-body">{r("saved.keep")}</p>
        </div>
      )}
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <p className="govuk-body">{t("lead")}</p>
      <p className="govuk-body">{t("hidden")}</p>
      {sent ? <Inset>{t(sent, { gigabytes: gigabytesMax })}</Inset> : null}
      <h2 className="govuk-heading-m">{t("files")}</h2>
      <FileList locale={locale} files={files} resumePath={path} discardPath={`${path}/discard`} />
      {files.some(({ state }) => state === "checking") ? (
        <p className="govuk-body">
          {t("checking")}{" "}
          <a className="govuk-link" href={path}>
            {t("refresh")}
          </a>
        </p>
      ) : null}
      {isShut(valve.state, "uploads") ? (
        <Shut locale={locale} valve={valve} isSaved />
      ) : (
        <>
          <Sender locale={locale} tipId={props.tipId} number={number} code={code} />
          {upload && placesLeft(files) > 0 ? (
            <SendForm
              locale={locale}
              upload={upload}
              name={props.uploadName}
              isKnownByHash={props.isKnownByHash ?? false}
            />
          ) : (
            <AddFile locale={locale} used={used} />
          )}
        </>
      )}
      {isKept ? (
        <ButtonLink href={`/${locale}/follow`} kind="secondary">
          {t("toReport", { number })}
        </ButtonLink>
      ) : (
        <ButtonLink href={`/${locale}/report/receipt`} kind="secondary">
          {t("next")}
        </ButtonLink>
      )}
    </Document>
  )
}

const AddFile = ({ locale, used }: { locale: Locale; used: number }) => {
  const t = wordsFor(locale, "evidence")
  if (used >= filesPerTipMax) return <p className="govuk-body">{t("full", { max: filesPerTipMax })}</p>
  return (
    <form method="post" action={`/${locale}/report/evidence`} data-plain>
      <Button kind="secondary">{used === 0 ? t("first") : t("another")}</Button>
    </form>
  )
}
