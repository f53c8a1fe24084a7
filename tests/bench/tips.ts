import { type Bench, number, ratio } from "@/tests/support/bench/bench"
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

/** Each tip is about a site of its own: many about one site are taken for an attack (docs/decisions/0022). */
let sites = 1_000_000

export const bench: Bench = async (show) => {
  const portal = await ownPortal("bench")
  const { submittedOf, submitTip } = await import("@/lib/reporter")
  const { unitsOf } = await import("@/tests/support/bench/units")

  const health = await load(`${portal.siteUrl}/api/health`)
  const tips = await load(`${portal.siteUrl}/api/v1/tips`, {
    body: () => JSON.stringify({ ...tip, targets: [`https://www.films-${++sites}.example/`] }),
    headers: { "content-type": "application/json" },
  })
  const row = (what: string, { perSecond, p50, p95, refused }: typeof tips) => ({
    "32 clients": what,
    "per second": number(perSecond),
    "p50 ms": number(p50),
    "p95 ms": number(p95),
    refused,
    ratio: ratio(perSecond, health.perSecond),
  })
  show({
    title: "Tips: a text tip of 1.5 kB over the API, beside an answer that does nothing",
    rows: [row("POST /api/v1/tips", tips), row("GET /api/health (ceiling)", health)],
    note: "The clients run on the same machine as the portal.",
  })

  const alone = await manyTimes(200, async () => submittedOf(await submitTip(visitor(), tip)))
  const withKey = { ...tip, idempotencyKey: "one-and-the-same-key" }
  const file = { name: "screen.png", sizeBytes: 48_213 }
  const kinds = {
    "text alone": tip,
    "with an idempotency key": withKey,
    "the same key again": withKey,
    "with a contact": { ...tip, contact: "somebody@mail.example" },
    "with one file announced": { ...tip, evidence: [file] },
  }
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
