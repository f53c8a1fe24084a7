import { Document } from "@/app/_document/document"
import { BackLink, Button, ErrorSummary } from "@/app/_document/parts"
import { Shut } from "@/app/_document/shut"
import { type Locale, wordsFor } from "@/app/_words"
import type { Valve } from "@/lib/limits"
import type { FieldError, Typed } from "./answers"
import { StepFields } from "./step-fields"
import { pathBefore, type Step, steps } from "./steps"
import { Wipe } from "./wipe"

type Props = {
  readonly locale: Locale
  readonly step: Step
  /** Asked for from the page of all answers, and leading back there. */
  readonly isChange: boolean
  readonly typed: Typed
  readonly errors?: readonly FieldError[]
  readonly valve: Valve
}

/** One question of the report. */
export const StepPage = ({ locale, step, isChange, typed, errors = [], valve }: Props) => {
  const t = wordsFor(locale, "report")
  return (
    <Document
      locale={locale}
      path={`/report/${step}`}
      title={t(`steps.${step}`)}
      hasErrors={errors.length > 0}
      isPrivate
      modules={step === "where" ? ["draft.js", "understand.js"] : ["draft.js"]}
      before={<BackLink href={`/${locale}/report${pathBefore(step, isChange)}`} text={t("back")} />}
    >
      <ErrorSummary locale={locale} errors={errors.map(({ id, summary }) => ({ id, text: summary }))} />
      <Shut locale={locale} valve={valve} />
      <form method="post" action={`/${locale}/report/${step}`} noValidate data-draft="step">
        <span className="govuk-caption-l">
          {t("progress", { number: steps.indexOf(step) + 1, of: steps.length })}
        </span>
        {isChange ? <input type="hidden" name="from" value="check" /> : null}
        <StepFields locale={locale} step={step} typed={typed} errors={errors} />
        <Button>{t("continue")}</Button>
      </form>
      <Wipe locale={locale} />
    </Document>
  )
}
