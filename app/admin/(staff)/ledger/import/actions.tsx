"use server"
import { issueMessage } from "@/app/_http/message"
import type { Locale } from "@/app/_words"
import type { Fields } from "@/app/admin/_gate/fields"
import { resultAction } from "@/app/admin/_gate/form-action"
import type { Context } from "@/lib/kernel/context"
import { checkMeasureRows, measuresAtOnceMax, recordMeasureRows } from "@/lib/measure"
import { Checked, type CheckedRow } from "./_parts/checked"
import { Recorded } from "./_parts/recorded"
import { carriedRows, type NumberedValue, refusalText, rowsOfFile } from "./table"
import { recordedSoFar } from "./tally"

/** Says what each row of a table would do; then records them, some at a time, which goes on by itself. */
export const importMeasures = resultAction((ctx, fields, locale) =>
  fields.text("intent") === "record" ? record(ctx, fields, locale) : check(ctx, fields, locale),
)

const check = async (ctx: Context, fields: Fields, locale: Locale) => {
  const read = await rowsOfFile(fields.file("file"))
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
  return { view: <Checked locale={locale} rows={checked} /> }
}

const record = async (ctx: Context, { text }: Fields, locale: Locale) => {
  const waiting = carriedRows(text("rows"))
  const [now, rest] = [waiting.slice(0, measuresAtOnceMax), waiting.slice(measuresAtOnceMax)]
  const before = recordedSoFar(text("tally"))
  const outcomes =
    now.length === 0 ? [] : await recordMeasureRows(ctx, { rows: now.map(({ value }) => value) })
  const count = (status: string) => outcomes.filter((one) => one.status === status).length
  const tally = {
    recorded: before.recorded + count("recorded"),
    exists: before.exists + count("exists"),
    refused: [
      ...before.refused,
      ...outcomes.flatMap((one, at) =>
        one.status === "refused" ? [{ number: now[at]?.number ?? 0, why: refusalText(locale, one.why) }] : [],
      ),
    ],
  }
  return { view: <Recorded locale={locale} tally={tally} rest={rest} /> }
}
