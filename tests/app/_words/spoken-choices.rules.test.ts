import { expect, it } from "vitest"
import { choices as en } from "@/app/_words/en/choices"
import { choices as zh } from "@/app/_words/zh/choices"
import { reportColumns } from "@/lib/batch"
import { csvRows } from "@/lib/table"

const nouns = { category: "categories", paysBy: "earnings", urgency: "urgencies" } as const

const read = async (column: string, cell: string) => {
  const [row] = await Array.fromAsync(
    csvRows([Buffer.from(`${column}\n"${cell}"\n`)].values() as never, reportColumns),
  )
  return row
}

const words = [zh, en].flatMap((language) =>
  Object.entries(nouns).flatMap(([column, noun]) =>
    Object.entries(language[noun]).map(([value, text]) => [column, text, value] as const),
  ),
)

it.each(words)("reads under %s the form's own words: %s", async (column, text, value) => {
  expect(await read(column, text)).toEqual({ value: { [column]: value } })
})
