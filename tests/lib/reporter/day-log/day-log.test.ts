import { describe, expect, it } from "vitest"
import { eventsOf, verifyFile } from "@/lib/audit"
import { contextFor } from "@/lib/kernel/context"
import {
  closeDays,
  followTip,
  issueStatement,
  listHeads,
  proveTip,
  readStatement,
  statementKeys,
  submitTip,
  verifyProof,
} from "@/lib/reporter"
import { claimTip, declineTip } from "@/lib/tip"
import { aTip } from "@/tests/support/factory"
import { as, reporterOf, visitor } from "@/tests/support/people"

const systemAt = (now: string) => contextFor({ kind: "system", name: "test" }, { now })
const tipAt = async (now: string) => (await submitTip(visitor(now), aTip())).tipId

/** What the reporter holds: the statement, as a file says it, the proof, and the keys. */
const held = async (tipId: string) => {
  const { statement } = await issueStatement(reporterOf(tipId), {})
  const keys = await statementKeys(visitor(), {})
  const verification = await readStatement(statement, keys)
  if (!verification.isGenuine) throw new Error("not genuine")
  return { leaf: verification.statement, keys, proof: await proveTip(reporterOf(tipId), {}) }
}

describe("the log of a day", () => {
  it("has every report of the day in Beijing, whatever became of it, and is closed once, an hour after", async () => {
    const first = await tipAt("2026-05-01T16:00:00.000Z")
    const tips = [first, await tipAt("2026-05-02T03:00:00.000Z"), await tipAt("2026-05-02T15:59:59.999Z")]
    const next = await tipAt("2026-05-02T16:00:00.000Z")
    const { version } = await claimTip(as("mei"), { tipId: first })
    await declineTip(as("mei"), { tipId: first, version, reason: "abusive" })
    await expect(proveTip(reporterOf(first), {})).rejects.toMatchObject({ reason: "day-not-closed" })
    expect((await followTip(reporterOf(first), {})).isLogged).toBe(false)

    // The first day that is closed is the last one that is over.
    const after = systemAt("2026-05-02T17:01:00.000Z")
    const both = await Promise.all([closeDays(after, {}), closeDays(after, {})])
    expect(both.reduce((sum, { closed }) => sum + closed, 0)).toBe(1)
    expect(await closeDays(after, {})).toEqual({ closed: 0 })
    const [head] = await listHeads(visitor(), {})
    expect(head).toMatchObject({ day: "2026-05-02", size: tips.length })
    expect((await followTip(reporterOf(first), {})).isLogged).toBe(true)
    for (const tipId of tips) {
      const { leaf, keys, proof } = await held(tipId)
      expect(await verifyProof(leaf, proof, keys)).toMatchObject({ day: "2026-05-02", root: head?.root })
    }
    await expect(proveTip(reporterOf(next), {})).rejects.toMatchObject({ code: "conflict" })
    expect(await verifyFile(as("auditor"), { file: "day-log#2026-05-02" })).toMatchObject({ faults: [] })
    expect((await eventsOf("day-log#2026-05-02")).map(({ type }) => type)).toEqual(["day-log.closed"])
  })

  it("names the day before, and catches up with days that were missed", async () => {
    expect(await closeDays(systemAt("2026-05-05T20:00:00.000Z"), {})).toEqual({ closed: 3 })
    const heads = await listHeads(visitor(), {})
    expect(heads.map(({ day, size }) => [day, size])).toEqual([
      ["2026-05-05", 0],
      ["2026-05-04", 0],
      ["2026-05-03", 1],
      ["2026-05-02", 3],
    ])
    const said = heads.map(
      ({ signed }) => JSON.parse(Buffer.from(signed.split(".")[1] ?? "", "base64url").toString()).previous,
    )
    expect(said).toEqual([heads[1]?.hash, heads[2]?.hash, heads[3]?.hash, undefined])
  })

  it("proves nothing of another report, by another path, or by a head that the portal did not sign", async () => {
    const [one, two] = [await tipAt("2026-05-06T01:00:00.000Z"), await tipAt("2026-05-06T02:00:00.000Z")]
    await closeDays(systemAt("2026-05-06T18:00:00.000Z"), {})
    const { leaf, keys, proof } = await held(one)
    const other = await held(two)
    const [signed = "", body = "", seal = ""] = proof.head.split(".")
    const forged = { ...JSON.parse(Buffer.from(body, "base64url").toString()), size: 3 }
    for (const [what, wrong] of [
      [other.leaf, proof],
      [leaf, other.proof],
      [leaf, { ...proof, index: 1 }],
      [leaf, { ...proof, path: [] }],
      [
        leaf,
        { ...proof, head: `${signed}.${Buffer.from(JSON.stringify(forged)).toString("base64url")}.${seal}` },
      ],
      [{ ...leaf, contentHash: "0".repeat(64) }, proof],
    ] satisfies [typeof leaf, typeof proof][])
      expect(await verifyProof(what, wrong, keys)).toBeUndefined()
    const { statement } = await issueStatement(reporterOf(one), {})
    expect(await verifyProof(leaf, { ...proof, head: statement }, keys)).toBeUndefined()
    await expect(proveTip(visitor(), {})).rejects.toMatchObject({ code: "unauthenticated" })
    await expect(closeDays(as("administrator"), {})).rejects.toMatchObject({ code: "forbidden" })
  })
})
