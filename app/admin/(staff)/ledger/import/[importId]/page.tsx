import { wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { consolePage } from "@/app/admin/_gate/console-page"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { ImportStateBadge } from "@/app/admin/(staff)/ledger/import/_parts/import-state"
import { LookAgain } from "@/app/admin/(staff)/ledger/import/_parts/look-again"
import { stop } from "@/app/admin/(staff)/ledger/import/actions"
import { refusalText } from "@/app/admin/(staff)/ledger/import/table"
import { getImport, isOver, refusalOf } from "@/lib/measure"

/** How far the measures of a table are recorded. The page may be left: the recording goes on. */
const ImportedPage = consolePage(async ({ ctx, locale, params }) => {
  const t = wordsFor(locale, "consoleImport")
  const job = await getImport(ctx, { importId: params.importId ?? "" })
  const { importId, state, total, rowsDone, recorded, exists, refused, fileName, stoppedFor } = job
  return (
    <>
      <Heading locale={locale} title={t("title")} />
      <p>
        <To href="/admin/ledger/import">{t("another")}</To>
      </p>
      <Section id="progress" title={shownText(fileName || importId)}>
        <p role="status">
          <ImportStateBadge locale={locale} state={state} />{" "}
          {isOver(job) ? null : <span className="quiet">{t("mayLeave")}</span>}
        </p>
        <p>
          <progress aria-label={t("progress")} value={rowsDone} max={total} />{" "}
          {t("rowsOf", { done: rowsDone, total })}
        </p>
        <p>{t("did", { recorded, exists, refused: refused.length })}</p>
        {stoppedFor ? <p>{t(`ends.${stoppedFor}`)}</p> : null}
        <Facts
          facts={[
            [t("begun"), <When key="begun" locale={locale} at={job.orderedAt} />],
            ...(job.endedAt
              ? [[t("ended"), <When key="ended" locale={locale} at={job.endedAt} />] as const]
              : []),
          ]}
        />
        {isOver(job) ? null : (
          <>
            <ActionForm action={stop} carries={{ importId }}>
              <Send>{t("stop")}</Send>
            </ActionForm>
            <p>
              <To href={`/admin/ledger/import/${importId}`}>{t("look")}</To>
            </p>
            <LookAgain />
          </>
        )}
      </Section>
      {refused.length > 0 ? (
        <Section id="refused" title={t("notRecorded")}>
          <DataTable
            caption={t("notRecorded")}
            rows={refused}
            keyOf={({ number }) => String(number)}
            empty=""
            columns={[
              { key: "row", label: t("row"), cell: ({ number }) => number },
              { key: "why", label: t("outcome"), cell: ({ why }) => refusalText(locale, refusalOf(why)) },
            ]}
          />
        </Section>
      ) : null}
    </>
  )
})
export default ImportedPage
