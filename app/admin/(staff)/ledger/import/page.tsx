import { issueMessage } from "@/app/_http/message"
import { wordsFor } from "@/app/_words"
import { metricText } from "@/app/_words/figure-text"
import { consolePage } from "@/app/admin/_gate/console-page"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { FileField } from "@/app/admin/_ui/form/file-field"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { may } from "@/app/admin/_ui/may"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { metrics } from "@/lib/campaign"
import { DomainError } from "@/lib/kernel/errors"
import { listImports, listLedger, measureRowsMax, orderImport } from "@/lib/measure"
import { Imports } from "./_parts/imports"
import { importMeasures } from "./actions"
import { importColumns } from "./columns"
import { tableBytesMax, tooLarge } from "./table"

const ImportPage = consolePage(async ({ ctx, person, locale }) => {
  if (!may(person, orderImport)) throw new DomainError("forbidden")
  const t = wordsFor(locale, "consoleImport")
  const choices = metrics.map((metric) => metricText(locale, metric)).join(locale === "zh" ? "、" : ", ")
  const back = may(person, listLedger)
    ? { href: "/admin/ledger", label: wordsFor(locale, "consoleDesk")("ledger.title") }
    : { href: "/admin/referrals", label: wordsFor(locale, "consoleCase")("referrals") }
  return (
    <>
      <Heading locale={locale} title={t("title")} />
      <p>
        <To href={back.href}>{back.label}</To>
      </p>
      <p className="quiet">{t("lead", { max: measureRowsMax, kilobytes: tableBytesMax / 1_000 })}</p>
      <Section id="begin" title={t("begin")}>
        <ActionForm action={importMeasures}>
          <FileField
            name="file"
            label={t("file")}
            hint={t("fileHint")}
            accept=".csv,text/csv"
            bytesMax={tableBytesMax}
            tooLarge={issueMessage(locale, tooLarge)}
          />
          <Send intent="check">{t("check")}</Send>
        </ActionForm>
      </Section>
      <Imports locale={locale} imports={await listImports(ctx, {})} />
      <Section id="columns" title={t("columnsTitle")}>
        <p>
          <To href="/admin/ledger/import/template">{t("template")}</To>
        </p>
        <Facts
          facts={importColumns.map((column) => [
            t(`columns.${column}`),
            t(`meanings.${column}`, { choices }),
          ])}
        />
      </Section>
    </>
  )
})
export default ImportPage
