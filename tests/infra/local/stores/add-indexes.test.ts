import { DescribeTableCommand, UpdateTableCommand } from "@aws-sdk/client-dynamodb"
import { expect, it } from "vitest"
import { createTables } from "@/infra/local/stores/create-tables"
import { listDay } from "@/lib/audit"
import { dayInBeijing } from "@/lib/kernel/day"
import { dynamo } from "@/lib/store/table"
import * as shape from "@/lib/store/table-description"
import { claimTip, declineTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const TableName = process.env.TABLE_NAME ?? ""
const indexNames = async () => {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName }))
  return Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).toSorted()
}

it("gives a table of an earlier version the index that it lacks, with what it holds", async () => {
  const { tipId } = await submitted()
  const { version } = await claimTip(as("mei"), { tipId })
  const { decidedAt = "" } = await declineTip(as("mei"), { tipId, version, reason: "site-gone" })
  const trail = async () =>
    (await listDay(as("auditor"), { day: dayInBeijing(decidedAt) })).events.map(({ type }) => type)
  const before = await trail()
  await dynamo.send(
    new UpdateTableCommand({
      TableName,
      GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: "decisions" } }],
    }),
  )
  expect(await indexNames()).not.toContain("decisions")
  for (const _time of [1, 2])
    await createTables({ table: TableName, limits: process.env.LIMITS_TABLE_NAME ?? "" })
  expect(await indexNames()).toEqual(Object.keys(shape.table.indexes).toSorted())
  expect(before).toEqual(["tip.declined", "tip.claimed"])
  expect(await trail()).toEqual(before)
})
