import { type Bench, number, ratio } from "@/tests/support/bench/bench"
import { ownStore } from "@/tests/support/bench/own-store"
import { manyTimes, quantile } from "@/tests/support/bench/time"
import { as } from "@/tests/support/people"

const sizes = [1_000, 100_000] as const
const looks = 200

/** Pages from the front of the queue on, to measure one within it as well as the first. */
const pagesBehind = 20

export const bench: Bench = async (show) => {
  const end = await ownStore()
  const { fillTips } = await import("@/tests/support/bench/fill-tips")
  const { unitsOf } = await import("@/tests/support/bench/units")
  const { acceptTip, claimTip, declineTip, listTips } = await import("@/lib/tip")
  const { findWords } = await import("@/lib/desk")
  const { runningCampaign, submitted } = await import("@/tests/support/factory")

  const pageAt = async (pages: number) => {
    let cursor: string | undefined
    for (let at = 0; at < pages; at++) cursor = (await listTips(as("mei"), cursor ? { cursor } : {})).next
    return () => listTips(as("mei"), cursor ? { cursor } : {})
  }
  const measure = async (size: number, pages: number) => {
    const list = await pageAt(pages)
    const took = await manyTimes(looks, list)
    return { size, pages, p50: quantile(took, 0.5), p95: quantile(took, 0.95), units: await unitsOf(list) }
  }

  const search = () => findWords(as("mei"), { text: "without paying" })
  const searched: { size: number; p50: number; p95: number; read: number }[] = []
  const measured: Awaited<ReturnType<typeof measure>>[] = []
  let filled = 0
  for (const size of sizes) {
    await fillTips(filled, size)
    filled = size
    for (const pages of [0, pagesBehind]) measured.push(await measure(size, pages))
    const took = await manyTimes(looks / 4, search)
    const { read } = await unitsOf(search)
    searched.push({ size, p50: quantile(took, 0.5), p95: quantile(took, 0.95), read })
  }
  show({
    title: "Queue: one page of 25 tips, out of few and of many",
    rows: measured.map(({ size, pages, p50, p95, units }) => {
      const baseline = measured.find((one) => one.size === sizes[0] && one.pages === pages)
      return {
        "tips waiting": number(size),
        page: pages + 1,
        "p50 ms": number(p50, 1),
        "p95 ms": number(p95, 1),
        "p50 ratio": ratio(p50, baseline?.p50 ?? Number.NaN),
        "read units": number(units.read, 1),
        requests: units.requests,
      }
    }),
    note: "The baseline of each ratio is the same page of 1,000. One request for each shard of the queue.",
  })
  show({
    title: "Search: words in what waits, out of few and of many",
    rows: searched.map(({ size, p50, p95, read }) => ({
      "tips waiting": number(size),
      "p50 ms": number(p50, 1),
      "p95 ms": number(p95, 1),
      "p95 ratio": ratio(p95, searched[0]?.p95 ?? Number.NaN),
      "read units": number(read, 1),
    })),
    note: "The baseline of the ratio is the search among 1,000. Of a long queue the oldest are looked through, and the page says so.",
  })

  await runningCampaign()
  const claimed = async () => claimTip(as("mei"), { tipId: (await submitted()).tipId })
  const [accepted, declined] = [await claimed(), await claimed()]
  const seen = ({ tipId, version }: typeof accepted) => ({ tipId, version })
  const { tipId } = await submitted()
  const acts = {
    "a claim": () => claimTip(as("mei"), { tipId }),
    "an accept": () => acceptTip(as("mei"), { ...seen(accepted), campaign: "demo-2026" }),
    "a decline": () => declineTip(as("mei"), { ...seen(declined), reason: "site-gone" }),
  }
  const charged = []
  for (const [act, work] of Object.entries(acts)) {
    const { write, read, requests } = await unitsOf(work)
    charged.push({ act, "write units": write, "read units": read, requests })
  }
  show({
    title: "Decision: what DynamoDB charges, by its own count",
    rows: charged,
    note: "A claim writes the tip and its event in a transaction, which costs double; a decision one item, which carries its event. Aim: at most 8 write units.",
  })
  await end()
}
