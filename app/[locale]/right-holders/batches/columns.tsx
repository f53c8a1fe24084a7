import { SummaryList } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { batch as english } from "@/app/_words/en/batch"
import { categories, descriptionMin, earnings, targetsMax, urgencies } from "@/lib/tip"

type Column = keyof typeof english.columns

/** In the order of the template. */
export const columns = Object.keys(english.columns) as Column[]

/** What stands in each column of a table. */
export const Columns = ({ locale }: { readonly locale: Locale }) => {
  const t = wordsFor(locale, "batch")
  const c = wordsFor(locale, "choices")
  const separator = locale === "zh" ? "、" : ", "
  const values: Readonly<Partial<Record<Column, Record<string, string | number>>>> = {
    category: { choices: categories.map((one) => c(`categories.${one}`)).join(separator) },
    targets: { max: targetsMax },
    paysBy: { choices: earnings.map((one) => c(`earnings.${one}`)).join(separator) },
    urgency: { choices: urgencies.map((one) => c(`urgencies.${one}`)).join(separator) },
    description: { min: descriptionMin },
  }
  return (
    <>
      <h2 className="govuk-heading-m">{t("columnsTitle")}</h2>
      <SummaryList
        rows={columns.map((column) => ({
          key: t(`columns.${column}`),
          value: t(`meanings.${column}`, values[column] ?? {}),
        }))}
      />
    </>
  )
}
