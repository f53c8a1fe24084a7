import { asset } from "@/app/_document/asset"
import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { EntryField, Field, type FormError } from "@/app/_document/form"
import { Button, ErrorSummary, Inset } from "@/app/_document/parts"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { refusalLine, refusalMessage } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import { newId } from "@/lib/kernel/id"
import { type Deed, Did } from "./did"
import { isText } from "./follow-forms"

export const followForm = "/follow"

type Props = {
  readonly locale: Locale
  readonly entry?: ShownEntry | undefined
  readonly did?: Deed | undefined
  /** The number and the code were right, and the browser kept no cookie. */
  readonly isForgotten?: boolean
}

/** Whether the page offers the work that spares the wait after too many wrong tries. */
export const mayWork = (entry: ShownEntry | undefined) => entry?.refusal?.reason === "receipt-tries"

export const FollowForm = ({ locale, entry, did, isForgotten = false }: Props) => {
  const t = wordsFor(locale, "follow")
  const own = entry?.form === followForm ? entry : undefined
  const errors = errorsOf(locale, own)
  const isWork = mayWork(own)
  // The reference of a text that waits for the report to be opened again.
  const answer = entry && isText(entry.form) ? entry.ref : own?.typed.answer
  const field = (id: "number" | "code") => ({
    locale,
    id,
    label: t(id),
    hint: t(`${id}Hint`),
    error: errors.find((one) => one.id === id)?.text,
    autoComplete: "off",
    spellCheck: false,
    widthCharacters: 30 as const,
  })
  return (
    <Document
      locale={locale}
      path="/follow"
      title={t("title")}
      description={t("description")}
      hasErrors={errors.length > 0}
      modules={isWork ? ["proof.js"] : []}
      entry={entry}
      before={<Breadcrumbs locale={locale} />}
    >
      <ErrorSummary locale={locale} errors={errors} />
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <Did locale={locale} did={did} />
      {isForgotten ? (
        <div role="alert">
          <Inset>{t("noCookie")}</Inset>
        </div>
      ) : null}
      {answer ? <Inset>{t("talk.lapsed")}</Inset> : null}
      <p className="govuk-body">{t("lead")}</p>
      <form method="post" action={`/${locale}/follow`} noValidate {...(isWork ? proofData(locale) : {})}>
        <EntryField entry={own} />
        {answer ? <input type="hidden" name="answer" value={answer} /> : null}
        <Field {...field("number")} value={own?.typed.number ?? ""} />
        <Field {...field("code")} />
        {isWork ? <WorkFields /> : null}
        <Button>{t("open")}</Button>
      </form>
    </Document>
  )
}

const proofData = (locale: Locale) => ({
  "data-proof": asset("proof-worker.js").href,
  "data-proof-words": wordsFor(locale, "report")("proving"),
})

const WorkFields = () => (
  <>
    <input type="hidden" name="key" value={newId("work")} />
    <input type="hidden" name="proof" />
    <p className="govuk-hint" role="status" data-proof-status />
  </>
)

/** A wrong number and a wrong code are told alike. */
const errorsOf = (locale: Locale, entry: ShownEntry | undefined): readonly FormError[] => {
  if (!entry?.refusal) return []
  const t = wordsFor(locale, "follow")
  const { code, issues, reason } = entry.refusal
  const missing = (["number", "code"] as const).filter((id) =>
    issues.some(({ path, rule }) => path[0] === id && rule === "required"),
  )
  if (missing.length > 0) return missing.map((id) => ({ id, text: t(`needed.${id}`) }))
  if (code === "unavailable") return [{ text: refusalLine(locale, entry.refusal) }]
  if (reason === "receipt-tries") return [{ id: "number", text: t("tooManyTries") }]
  const unknown = { code: "not-found", reason: "receipt-unknown" } as const
  return [{ id: "number", text: refusalMessage(locale, unknown).detail }]
}
