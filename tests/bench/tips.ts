import { type Bench, number } from "@/tests/support/bench/bench"
import { cpuMs } from "@/tests/support/bench/cpu"
import { load } from "@/tests/support/bench/load"
import { manyTimes, quantile } from "@/tests/support/bench/time"
import { visitor } from "@/tests/support/people"
import { ownPortal } from "@/tests/support/portal/own-portal"

const bytesOfTip = 1_500
const sentence = "The whole film can be watched here without paying. "
const frame = {
  category: "film-tv" as const,
  targets: ["https://www.films.example/watch/1"],
  work: "A film",
  locale: "en" as const,
}
const room = bytesOfTip - JSON.stringify({ ...frame, description: "" }).length
const tip = { ...frame, description: sentence.repeat(100).slice(0, room).trimEnd() }

const roundsOf = 3

/** Each tip is about a site of its own: many about one site are taken for an attack (docs/decisions/0022). */
let sites = 1_000_000

export const bench: Bench = async (show) => {
  const portal = await ownPortal("bench")
  const { submittedOf, submitTip } = await import("@/lib/reporter")
  const { originOf } = await import("@/lib/limits")
  const { unitsOf } = await import("@/tests/support/bench/units")

  const { site } = portal.pids()
  const measured = async (...asked: Parameters<typeof load>) => {
    const before = cpuMs(site)
    const { total, warm, ...seen } = await load(...asked)
    return { ...seen, cpu: (cpuMs(site) - before) / (total + warm) }
  }
  const post = {
    body: () => JSON.stringify({ ...tip, targets: [`https://www.films-${++sites}.example/`] }),
    headers: { "content-type": "application/json" },
  }
  const rounds = []
  // In turns, since others may want the machine: the ratio of one round is of the same minute.
  for (let round = 0; round < roundsOf; round++) {
    const health = await measured(`${portal.siteUrl}/api/health`)
    const tips = await measured(`${portal.siteUrl}/api/v1/tips`, post)
    rounds.push({ health, tips, slower: health.perSecond / tips.perSecond, cpu: tips.cpu / health.cpu })
  }
  show({
    title: "Tips: a text tip of 1.5 kB over the API, beside an answer that does nothing, in turns",
    rows: rounds.map(({ health, tips, slower, cpu }) => ({
      "32 clients": "a round of each",
      "tips/s": number(tips.perSecond),
      "p50, p95 ms": `${number(tips.p50)}, ${number(tips.p95)}`,
      refused: tips.refused + health.refused,
      "health/s": number(health.perSecond),
      "slower by": `${number(slower, 1)} times`,
      "site's processor": `${number(tips.cpu, 2)} ms, ${number(cpu, 1)} times health`,
    })),
    note: "The clients and the embedded DynamoDB run on the same machine as the site. Aim: at most 7 times slower.",
  })

  const alone = await manyTimes(200, async () => submittedOf(await submitTip(visitor(), tip)))
  const withKey = { ...tip, idempotencyKey: "one-and-the-same-key" }
  const file = { name: "screen.png", sizeBytes: 48_213 }
  const admission = { door: "api" as const, origin: originOf("192.0.2.1", new Date().toISOString()) }
  const kinds = {
    "as the public sends it, counters against abuse included": { ...tip, admission },
    "text alone": tip,
    "with an idempotency key": withKey,
    "the same key again": withKey,
    "with a contact": { ...tip, contact: "somebody@mail.example" },
    "with one file announced": { ...tip, evidence: [file] },
  }
  // What a process keeps for seconds is read with the first.
  await submitTip(visitor(), { ...tip, admission })
  const rows = []
  for (const [what, one] of Object.entries(kinds)) {
    const { read, write, requests } = await unitsOf(() => submitTip(visitor(), one))
    rows.push({ "a tip of 1.5 kB": what, "write units": write, "read units": read, requests })
  }
  show({
    title: "Tips: what DynamoDB charges, by its own count",
    rows,
    note: `Floor: 2 units for 1.5 kB of content and 1 for the queue's index. The verb and its signed receipt alone, one after the other: p50 ${number(quantile(alone, 0.5), 1)} ms.`,
  })
  await portal.stop()
}
