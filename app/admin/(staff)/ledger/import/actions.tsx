"use server"
import { redirect } from "next/navigation"
import { issueMessage } from "@/app/_http/message"
import type { Locale } from "@/app/_words"
import type { Fields } from "@/app/admin/_gate/fields"
import { formAction, resultAction } from "@/app/admin/_gate/form-action"
import type { Context } from "@/lib/kernel/context"
import { checkMeasureRows, orderImport, stopImport } from "@/lib/measure"
import { Checked, type CheckedRow } from "./_parts/checked"
import { carriedRows, type NumberedValue, refusalText, rowsOfFile } from "./table"

/** Says what each row of a table would do; then has them recorded, and leads to how far that is. */
export const importMeasures = resultAction((ctx, fields, locale) =>
  fields.text("intent") === "record" ? record(ctx, fields) : check(ctx, fields, locale),
)

const check = async (ctx: Context, fields: Fields, locale: Locale) => {
  const file = fields.file("file")
  const read = await rowsOfFile(file)
  const readable = read.flatMap(({ number, row }): NumberedValue[] =>
    "unreadable" in row ? [] : [{ number, value: row.value as NumberedValue["value"] }],
  )
  const outcomes =
    readable.length === 0 ? [] : await checkMeasureRows(ctx, { rows: readable.map(({ value }) => value) })
  const checked = read.map(({ number, row }): CheckedRow => {
    if ("unreadable" in row)
      return { number, value: {}, status: "refused", why: issueMessage(locale, row.unreadable) }
    const at = readable.findIndex((one) => one.number === number)
    const { value } = readable[at] as NumberedValue
    const outcome = outcomes[at] as (typeof outcomes)[number]
    return outcome.status === "refused"
      ? { number, value, status: "refused", why: refusalText(locale, outcome.why) }
      : { number, value, status: outcome.status, measure: outcome.measure }
  })
  return { view: <Checked locale={locale} fileName={file?.name ?? ""} rows={checked} /> }
}

const record = async (ctx: Context, { text }: Fields): Promise<never> => {
  const importId = await orderImport(ctx, { fileName: text("fileName"), rows: carriedRows(text("rows")) })
  redirect(`/admin/ledger/import/${importId}`)
}

export const stop = formAction(async (ctx, { text }) => {
  await stopImport(ctx, { importId: text("importId") })
})
