import { isReactedTo } from "@/infra/local/pump/consumers"
import { type Bench, number, ratio } from "@/tests/support/bench/bench"
import { ownStore } from "@/tests/support/bench/own-store"

/** Tips accepted, and on how many sites: each site becomes a case. */
const tips = 600
const sites = 150
/** What Lambda hands over at once (infra/pipeline.ts). */
const batchSize = 25

export const bench: Bench = async (show) => {
  const end = await ownStore()
  const { handler } = await import("@/lib/pipeline/react")
  const { allRecords } = await import("@/tests/support/deliver")
  const { acceptedTip, runningCampaign } = await import("@/tests/support/factory")
  const { unitsOf } = await import("@/tests/support/bench/units")
  await runningCampaign()

  let read = 0
  const newRecords = async () => {
    const all = await allRecords()
    const fresh = all.slice(read)
    read = all.length
    return fresh
  }

  const measure = async (what: string, size: number) => {
    for (let at = 0; at < tips; at += sites)
      await Promise.all(
        Array.from({ length: sites }, (_, site) =>
          acceptedTip({ targets: [`https://${what}-${site}.example/${at}`] }),
        ),
      )
    const written = await newRecords()
    let pending = written.filter(isReactedTo)
    const events = pending.length
    let calls = 0
    const begun = performance.now()
    const { write } = await unitsOf(async () => {
      while (pending.length > 0) {
        const Records = pending.slice(0, size)
        const { batchItemFailures } = await handler({ Records })
        calls += 1
        const failed = batchItemFailures.map(({ itemIdentifier }) =>
          Records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
        )
        pending = pending.slice(Math.min(Records.length, ...failed))
      }
    })
    const seconds = (performance.now() - begun) / 1_000
    await newRecords()
    return { size, written: written.length, events, calls, perSecond: events / seconds, write }
  }
  const alone = await measure("alone", 1)
  const together = await measure("together", batchSize)
  show({
    title: `Reactions: ${tips} accepted tips join ${sites} cases`,
    rows: [alone, together].map(({ size, written, events, calls, perSecond, write }) => ({
      "records at once": size,
      "stream records": number(written),
      "reacted to": number(events),
      calls: number(calls),
      "events/s": number(perSecond),
      ratio: ratio(perSecond, alone.perSecond),
      "write units an accepted tip": number(write / tips, 1),
    })),
    note: "The baseline is one record after the other. The filter keeps the other records from the consumer. On AWS each shard of the stream runs four such consumers; here one, beside the embedded DynamoDB.",
  })
  await end()
}
