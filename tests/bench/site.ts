import { type Bench, number, ratio } from "@/tests/support/bench/bench"
import { ownStore } from "@/tests/support/bench/own-store"
import { manyTimes, quantile } from "@/tests/support/bench/time"
import { as } from "@/tests/support/people"

const sizes = [1_000, 20_000] as const
const looks = 100
/** Tips that are decided at once. */
const many = 1_000

export const bench: Bench = async (show) => {
  const end = await ownStore()
  const { fillTips } = await import("@/tests/support/bench/fill-tips")
  const { unitsOf } = await import("@/tests/support/bench/units")
  const { decideSite, viewSite } = await import("@/lib/desk")
  const site = "films.example"
  const view = () => viewSite(as("mei"), { site })

  const measured: { size: number; p50: number; p95: number; read: number }[] = []
  let filled = 0
  for (const size of sizes) {
    await fillTips(filled, size)
    filled = size
    const took = await manyTimes(looks, view)
    const { read } = await unitsOf(view)
    measured.push({ size, p50: quantile(took, 0.5), p95: quantile(took, 0.95), read })
  }
  show({
    title: "Site: its page, out of few and of many tips",
    rows: measured.map(({ size, p50, p95, read }) => ({
      "tips of the site": number(size),
      "p50 ms": number(p50, 1),
      "p95 ms": number(p95, 1),
      "p95 ratio": ratio(p95, measured[0]?.p95 ?? Number.NaN),
      "read units": number(read, 1),
    })),
    note: "The baseline of the ratio is the page of 1,000. It counts over the latest 300 tips.",
  })

  const begun = performance.now()
  let decided = 0
  let cursor: string | undefined
  do {
    const { outcomes, next } = await decideSite(as("mei"), {
      site,
      ...(cursor ? { cursor } : {}),
      decision: { act: "decline", reason: "site-gone" },
    })
    decided += outcomes.filter(({ refused }) => !refused).length
    cursor = next
  } while (cursor && decided < many)
  const seconds = (performance.now() - begun) / 1_000
  show({
    title: "Site: many tips decided, 25 in a call",
    rows: [{ tips: number(decided), seconds: number(seconds, 1), "tips/s": number(decided / seconds) }],
    note: "Each is claimed and decided by itself, with its events.",
  })
  await end()
}
