import { setTimeout as pause } from "node:timers/promises"
import { type Bench, number } from "@/tests/support/bench/bench"
import { quantile } from "@/tests/support/bench/time"
import { each } from "@/tests/support/load/each"
import { ownPortal } from "@/tests/support/portal/own-portal"

const tips = 1_500
/** Each site becomes a case of ten tips. */
const sites = 150
const rates = [25, 50, 100]
const quietMs = 2_000

export const bench: Bench = async (show) => {
  const portal = await ownPortal("lag")
  const { isReactedTo } = await import("@/infra/local/pump/consumers")
  const { acceptTip, claimTip } = await import("@/lib/tip")
  const { lagsIn } = await import("@/tests/support/campaign/replay")
  const { allRecords } = await import("@/tests/support/deliver")
  const { runningCampaign, submitted } = await import("@/tests/support/factory")
  const { as } = await import("@/tests/support/people")
  await runningCampaign()

  /** Once nothing has been written for a while. */
  const allWritten = async () => {
    let records = await allRecords()
    for (let before = -1; before < records.length; ) {
      before = records.length
      await pause(quietMs)
      records = await allRecords()
    }
    return records
  }

  const measure = async (perSecond: number) => {
    const claimed: Awaited<ReturnType<typeof claimTip>>[] = []
    await each(8, Array.from({ length: tips }).keys(), async (at) => {
      const target = `https://lag-${perSecond}-${at % sites}.example/${at}`
      const { tipId } = await submitted({ targets: [target] })
      claimed.push(await claimTip(as("mei"), { tipId }))
    })
    const before = (await allWritten()).length
    const begun = performance.now()
    await each(
      8,
      claimed,
      async ({ tipId, version }) => {
        await acceptTip(as("mei"), { tipId, version, campaign: "demo-2026" })
      },
      perSecond,
    )
    const seconds = (performance.now() - begun) / 1_000
    const written = (await allWritten()).slice(before)
    const events = written.filter(isReactedTo).length
    const lags = lagsIn(written)
    return { perSecond: tips / seconds, events: events / seconds, reactions: lags.length, lags }
  }

  const rows = []
  for (const rate of rates) rows.push(await measure(rate))
  show({
    title: `From an event to what follows from it, ${number(tips)} tips accepted in ${sites} cases`,
    rows: rows.map(({ perSecond, events, reactions, lags }) => ({
      "accepted/s": number(perSecond),
      "events/s reacted to": number(events),
      reactions: number(reactions),
      "p50 ms": number(quantile(lags, 0.5)),
      "p95 ms": number(quantile(lags, 0.95)),
      "p99 ms": number(quantile(lags, 0.99)),
    })),
    note: "A whole portal in processes of its own, beside who accepts the tips. Aim: p95 below a second at 100 events/s.",
  })
  await portal.stop()
}
