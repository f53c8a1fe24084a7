import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { openCase } from "@/lib/case"
import { TipId } from "@/lib/kernel/id"
import { handler as react } from "@/lib/pipeline/react"
import { followTip, withdrawTip } from "@/lib/reporter"
import { acceptTip, askReporter, claimTip, declineTip, getTip, listTips } from "@/lib/tip"
import { deliver } from "@/tests/support/deliver"
import { acceptedTip, runningCampaign, submitted } from "@/tests/support/factory"
import { as, reporterOf, system } from "@/tests/support/people"

const withdraw = (tipId: string) => withdrawTip(reporterOf(tipId), {})
const tipOf = async (tipId: string) => (await getTip(as("mei"), { tipId })).tip
const declined = async () => {
  const { tipId, version } = await claimTip(as("mei"), await submitted())
  await declineTip(as("mei"), { tipId, version, reason: "site-gone" })
  return { tipId }
}

beforeAll(runningCampaign)

describe("a report is withdrawn by its reporter", () => {
  it.each([
    ["while it waits", async ({ tipId }: { tipId: string }) => ({ tipId })],
    ["while a moderator has it", ({ tipId }: { tipId: string }) => claimTip(as("mei"), { tipId })],
    [
      "while a question is open",
      async ({ tipId }: { tipId: string }) => {
        const { version } = await claimTip(as("mei"), { tipId })
        return askReporter(as("mei"), { tipId, version, question: "On which page?" })
      },
    ],
  ])("%s", async (_, set) => {
    const { tipId } = await set(await submitted())
    expect(await withdraw(tipId)).toEqual({ status: "withdrawn" })
    const tip = await tipOf(tipId)
    expect(tip).toMatchObject({ status: "withdrawn" })
    expect([tip.claim, tip.question]).toEqual([undefined, undefined])
    const followed = await followTip(reporterOf(tipId), {})
    expect(followed).toMatchObject({ status: "withdrawn", canWithdraw: false })
    expect(followed.steps.at(-1)?.step).toBe("withdrawn")
    const { rows } = await listTips(as("mei"), {})
    expect(rows.map((row) => row.tipId)).not.toContain(tipId)
  })

  it("once, however often it is sent", async () => {
    const { tipId } = await submitted()
    await Promise.all([withdraw(tipId), withdraw(tipId), withdraw(tipId)])
    await withdraw(tipId)
    const events = await eventsOf(TipId.parse(tipId))
    expect(events.filter(({ type }) => type === "tip.withdrawn")).toHaveLength(1)
  })

  it.each([
    ["declined", declined],
    ["accepted", acceptedTip],
    [
      "in a case",
      async () => {
        const { tipId } = await acceptedTip()
        await openCase(system(), { tipId, campaign: "demo-2026" })
        return { tipId }
      },
    ],
  ])("not when it is %s", async (_, set) => {
    const { tipId } = await set()
    const before = await tipOf(tipId)
    await expect(withdraw(tipId)).rejects.toMatchObject({ code: "conflict", reason: "withdrawal-too-late" })
    expect(await tipOf(tipId)).toEqual(before)
    expect((await followTip(reporterOf(tipId), {})).canWithdraw).toBe(false)
  })

  it("or decided by a moderator: of two at once one is told that the other was faster", async () => {
    const { tipId, version } = await claimTip(as("mei"), await submitted())
    const [withdrawn, accepted] = await Promise.allSettled([
      withdraw(tipId),
      acceptTip(as("mei"), { tipId, version, campaign: "demo-2026" }),
    ])
    const { status } = await tipOf(tipId)
    expect([withdrawn.status, accepted.status].filter((one) => one === "fulfilled")).toHaveLength(1)
    expect(status).toBe(withdrawn.status === "fulfilled" ? "withdrawn" : "accepted")
  })

  it("and by nobody else", async () => {
    for (const caller of [as("mei"), as("administrator"), system()])
      await expect(withdrawTip(caller, {})).rejects.toMatchObject({ code: "forbidden" })
  })

  it("and nobody takes it up again", async () => {
    const { tipId } = await submitted()
    await withdraw(tipId)
    await expect(claimTip(as("mei"), { tipId })).rejects.toMatchObject({ reason: "tip-status" })
  })

  it("and its contact is erased, also when the event comes twice", async () => {
    const { tipId } = await submitted({ contact: "zhang@reader.example" })
    await withdraw(tipId)
    await deliver(react)
    await deliver(react)
    expect((await tipOf(tipId)).hasContact).toBe(false)
    const events = await eventsOf(TipId.parse(tipId))
    expect(events.filter(({ type }) => type === "tip.contact-erased")).toHaveLength(1)
  })
})
