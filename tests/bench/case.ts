import { type Bench, number } from "@/tests/support/bench/bench"
import { ownStore } from "@/tests/support/bench/own-store"

const tips = 10
const campaign = "demo-2026"
/** What Lambda hands over at once (infra/pipeline.ts). */
const batchSize = 25

export const bench: Bench = async (show) => {
  const end = await ownStore()
  const { isReactedTo } = await import("@/infra/local/pump/consumers")
  const { listCases } = await import("@/lib/case")
  const { recordMeasure } = await import("@/lib/measure")
  const { handler } = await import("@/lib/pipeline/react")
  const referral = await import("@/lib/referral")
  const { acceptTip, claimTip } = await import("@/lib/tip")
  const { unitsOf } = await import("@/tests/support/bench/units")
  const { aDraft, enforcementWorld } = await import("@/tests/support/case")
  const { allRecords } = await import("@/tests/support/deliver")
  const { submitted } = await import("@/tests/support/factory")
  const { published } = await import("@/tests/support/figures")
  const { closeCase } = await import("@/tests/support/listed")
  const { as } = await import("@/tests/support/people")
  await enforcementWorld()

  let read = (await allRecords()).length
  /** Hands over what was written, until nothing follows from it any more. */
  const reactions = async () => {
    for (;;) {
      const records = (await allRecords()).slice(read)
      if (records.length === 0) return
      read += records.length
      const Records = records.filter(isReactedTo)
      for (let at = 0; at < Records.length; at += batchSize) {
        const { batchItemFailures } = await handler({ Records: Records.slice(at, at + batchSize) })
        if (batchItemFailures.length > 0)
          throw new Error(`not delivered: ${JSON.stringify(batchItemFailures)}`)
      }
    }
  }

  const rows: { step: string; acts: number; reactions: number }[] = []
  const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    let result: Result | undefined
    const acts = await unitsOf(async () => {
      result = await work()
    })
    const after = await unitsOf(reactions)
    rows.push({ step: name, acts: acts.write, reactions: after.write })
    return result as Result
  }

  const sent = await step(`${tips} tips sent`, async () => {
    const all = []
    for (let at = 0; at < tips; at += 1)
      all.push(await submitted({ targets: [`https://case-units.example/${at}`] }))
    return all
  })
  await step("claimed and accepted", async () => {
    for (const { tipId } of sent) {
      const { version } = await claimTip(as("mei"), { tipId })
      await acceptTip(as("mei"), { tipId, version, campaign })
    }
  })
  const [opened] = (await listCases(as("cai"), { status: "open" })).rows
  if (!opened) throw new Error("no case was opened")
  const { caseId } = opened
  const ids = await step("referral drafted and approved", async () => {
    const draft = await aDraft(caseId)
    await referral.approveReferral(as("dan"), draft)
    return { caseId, referralId: draft.referralId }
  })
  const seen = async () => {
    const { referral: stands } = await referral.getReferral(as("officer"), ids)
    return { ...ids, version: stands.version }
  }
  await step("acknowledged and accepted", async () => {
    await referral.acknowledgeReferral(as("officer"), await seen())
    await referral.acceptReferral(as("officer"), await seen())
  })
  await step("a measure recorded", () =>
    recordMeasure(as("officer"), {
      ...ids,
      metric: "websites-closed",
      quantity: 1,
      takenOn: new Date().toISOString().slice(0, 10),
      document: "Decision 1",
    }),
  )
  await step("reported, and the case closed by two", async () => {
    await referral.reportReferral(as("officer"), await seen())
    await closeCase(caseId)
  })
  await step("figures drafted and approved", () =>
    published(campaign, { asOf: new Date().toISOString().slice(0, 10) }),
  )
  const sum = (of: "acts" | "reactions") => rows.reduce((all, row) => all + row[of], 0)
  const [acts, followed] = [sum("acts"), sum("reactions")]
  show({
    title: `A case of ${tips} tips, from its tips to the published figure: what DynamoDB charges, by its own count`,
    rows: [...rows, { step: "all", acts, reactions: followed }].map((row) => ({
      step: row.step,
      "write units": number(row.acts),
      "of reactions": number(row.reactions),
    })),
    note: `${number((acts + followed) / tips, 1)} write units for each tip of it. Without files, contact and evidence package.`,
  })
  await end()
}
