import { spawnSync } from "node:child_process"
import { mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb"
import { beforeAll, expect, it } from "vitest"
import { checkBag } from "@/infra/local/commands/check-bag"
import { checkChain } from "@/infra/local/commands/check-chain"
import { storedEventsOf, verifyFile } from "@/lib/audit"
import { setting } from "@/lib/kernel/config"
import { contextFor } from "@/lib/kernel/context"
import { dayBegins, dayInBeijing } from "@/lib/kernel/day"
import { closeDays, statementKeys, verifyDays } from "@/lib/reporter"
import { proveActs } from "@/lib/reporter/day-log/prove"
import { documents } from "@/lib/store/table"
import { claimTip, declineTip } from "@/lib/tip"
import { aCase, aDelivered, enforcementWorld } from "@/tests/support/case"
import { submitted } from "@/tests/support/factory"
import { packageOf } from "@/tests/support/package"
import { as, system, visitor } from "@/tests/support/people"

beforeAll(enforcementWorld)

/** Two hours into the day after this one in Beijing, when the log of this one is closed. */
const closeToday = () => {
  const today = dayInBeijing(new Date().toISOString())
  const now = new Date(Date.parse(dayBegins(today, 1)) + 2 * 3_600_000).toISOString()
  return closeDays(contextFor({ kind: "system", name: "test" }, { now }), {})
}

it("what the staff did is in the log of its day: a package proves it, and a record put back as it was is found", async () => {
  const { caseId, referralId } = await aDelivered(await aCase())
  const ids = { caseId, referralId }
  const { tipId } = await submitted()
  const claimed = await claimTip(as("mei"), { tipId })
  const TableName = setting("TABLE_NAME")
  const Key = { pk: tipId, sk: "tip" }
  const { Item } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
  await declineTip(as("mei"), { tipId, version: claimed.version, reason: "site-gone" })

  const today = dayInBeijing(new Date().toISOString())
  expect(await proveActs(today, ["00"])).toEqual([undefined])
  expect(await closeToday()).toEqual({ closed: 1 })
  expect(await verifyDays(as("auditor"), {})).toEqual({ days: 1, differing: [] })
  expect(await proveActs(today, ["00"])).toEqual([undefined])

  const folder = await mkdtemp(join(tmpdir(), "acts-"))
  const [path, jwks] = [join(folder, "package.zip"), join(folder, "jwks.json")]
  const byStaff = (await storedEventsOf(caseId)).filter(({ actor }) => actor.kind === "person")
  const { bytes } = await packageOf(ids)
  const keys = await statementKeys(visitor(), {})
  await writeFile(path, bytes)
  await writeFile(jwks, JSON.stringify(keys))
  const { files } = await checkBag(path)
  const [chain, inclusion] = ["chain", "inclusion"].map((name) =>
    String(files.get(`data/${name}.jsonl`)?.bytes),
  )
  expect(await checkChain(chain ?? "", inclusion ?? "", keys)).toEqual({ faults: [], proven: byStaff.length })
  const verified = spawnSync(
    "node",
    ["--import", "tsx", "infra/local/commands/verify-package.ts", path, "--jwks", jwks],
    { encoding: "utf8" },
  )
  expect([verified.status, verified.stdout]).toEqual([
    0,
    expect.stringContaining(`${byStaff.length} audit events are in the published logs`),
  ])

  const faultsWith = async (change: (text: string) => string, of = chain ?? "") =>
    (
      await checkChain(
        of === chain ? change(of) : (chain ?? ""),
        of === chain ? (inclusion ?? "") : change(of),
        keys,
      )
    ).faults
  expect(await faultsWith((text) => text.replace("Infringement", "Infringemenz"))).toHaveLength(1)
  expect((await faultsWith((text) => text.split("\n").slice(1).join("\n"))).length).toBeGreaterThan(0)
  const otherIndex = (text: string) => text.replace(/"index":\d+/, '"index":999')
  expect(await faultsWith(otherIndex, inclusion)).toHaveLength(1)

  // As a backup would put it back: whole in itself, without what was done since.
  await documents.send(new PutCommand({ TableName, Item }))
  const last = `event#${tipId}#${String(claimed.version + 1).padStart(8, "0")}`
  await documents.send(new DeleteCommand({ TableName, Key: { pk: tipId, sk: last } }))
  expect(await verifyFile(as("auditor"), { file: tipId })).toMatchObject({ faults: [] })
  expect(await verifyDays(system(), {})).toEqual({ days: 1, differing: [today] })
  await expect(verifyDays(as("mei"), {})).rejects.toMatchObject({ code: "forbidden" })
})
