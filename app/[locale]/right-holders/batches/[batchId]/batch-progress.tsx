import { Inset } from "@/app/_document/parts"
import { issueMessage } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import { StateTag } from "@/app/[locale]/right-holders/batches/state-tag"
import { type Batch, batchDaysKept, rowsOf } from "@/lib/batch"

type Props = { readonly locale: Locale; readonly batch: Batch }

/** How a table stands. `data-state` is what a script looks at for news. */
export const BatchProgress = ({ locale, batch }: Props) => {
  const t = wordsFor(locale, "batch")
  const { state, rowsDone, checked, ends } = batch
  const isRunning = state === "checking" || state === "sending"
  const rows = checked ? rowsOf(checked) : 0
  return (
    <div data-progress={state}>
      <p className="govuk-body">
        <StateTag locale={locale} state={state} />
      </p>
      <p className="govuk-body">
        {t(`about.${state}`, { rows: state === "checking" ? rowsDone : rows, done: rowsDone })}
      </p>
      {state === "stopped" && batch.stoppedFor ? (
        <Inset>{t(`stopped.${batch.stoppedFor}`, { days: batchDaysKept })}</Inset>
      ) : null}
      {ends ? <Inset>{t("ends", { row: ends.row, why: issueMessage(locale, ends.issue) })}</Inset> : null}
      {state === "checked" && rows === 0 && !ends ? <Inset>{t("empty")}</Inset> : null}
      {isRunning ? (
        <p className="govuk-body">
          <progress
            className="portal-progress"
            aria-label={t("progress")}
            {...(state === "sending" ? { max: rows, value: rowsDone } : {})}
          />{" "}
          <a className="govuk-link" href={`/${locale}/right-holders/batches/${batch.batchId}`}>
            {t("refresh")}
          </a>
        </p>
      ) : null}
    </div>
  )
}
