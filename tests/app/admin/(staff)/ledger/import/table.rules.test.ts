import { expect, it } from "vitest"
import { rowsOfFile, tableBytesMax } from "@/app/admin/(staff)/ledger/import/table"
import { measureRowsMax } from "@/lib/measure"

const file = (text: string) => new File([text], "measures.csv")
const head = "案号,数量\n"

it("takes a table up to its rows and bytes, and refuses a larger one at its field", async () => {
  expect(await rowsOfFile(file(head + "1,2\n".repeat(measureRowsMax)))).toHaveLength(measureRowsMax)
  for (const text of [head + "1,2\n".repeat(measureRowsMax + 1), head.padEnd(tableBytesMax + 1, "1")])
    await expect(rowsOfFile(file(text))).rejects.toMatchObject({
      issues: [{ path: ["file"], rule: "batch-too-long" }],
    })
})

it.each([undefined, file(""), file(head)])("refuses a table without a row", async (none) => {
  await expect(rowsOfFile(none)).rejects.toMatchObject({ issues: [{ path: ["file"] }] })
})
