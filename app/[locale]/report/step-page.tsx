import { Document } from "@/app/_document/document"
import { EntryField } from "@/app/_document/form"
import { BackLink, Button, ErrorSummary } from "@/app/_document/parts"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { Shut } from "@/app/_document/shut"
import { refusalLine } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import type { Valve } from "@/lib/limits"
import { errorsOf, type Typed } from "./answers"
import { StepFields } from "./step-fields"
import { pathBefore, type Step, steps } from "./steps"
import { Wipe } from "./wipe"

type Props = {
  readonly locale: Locale
  readonly step: Step
  /** Asked for from the page of all answers, and leading back there. */
  readonly isChange: boolean
  readonly typed: Typed
  /** Of this question's form, where it was not taken. */
  readonly entry: ShownEntry | undefined
  readonly valve: Valve
}

/** One question of the report. */
export const StepPage = ({ locale, step, isChange, typed, entry, valve }: Props) => {
  const t = wordsFor(locale, "report")
  const refusal = entry?.refusal
  const errors = errorsOf(locale, step, typed, refusal?.issues ?? [])
  const complaints =
    refusal && errors.length === 0
      ? [{ text: refusalLine(locale, refusal) }]
      : errors.map(({ id, summary }) => ({ id, text: summary }))
  return (
    <Document
      locale={locale}
      path={`/report/${step}`}
      title={t(`steps.${step}`)}
      hasErrors={complaints.length > 0}
      entry={entry}
      isPrivate
      modules={step === "where" ? ["draft.js", "understand.js"] : ["draft.js"]}
      before={<BackLink href={`/${locale}/report${pathBefore(step, isChange)}`} text={t("back")} />}
    >
      <ErrorSummary locale={locale} errors={complaints} />
      <Shut locale={locale} valve={valve} />
      <form method="post" action={`/${locale}/report/${step}`} noValidate data-draft="step">
        <span className="govuk-caption-l">
          {t("progress", { number: steps.indexOf(step) + 1, of: steps.length })}
        </span>
        <EntryField entry={entry} />
        {isChange ? <input type="hidden" name="from" value="check" /> : null}
        <StepFields locale={locale} step={step} typed={typed} errors={errors} />
        <Button>{t("continue")}</Button>
      </form>
      <Wipe locale={locale} />
    </Document>
  )
}
