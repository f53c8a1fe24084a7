import { once } from "node:events"
import autocannon, { type Request, type Result } from "autocannon"

export type Load = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly total: number
  /** Answers before the measurement. */
  readonly warm: number
  /** Answers other than 2xx, and requests without one. */
  readonly refused: number
}

const seconds = { warmup: 2, measured: 10 }
const connections = 32

/** Requests from 32 clients at once, each sending its next as soon as it has its answer. */
export const load = async (
  url: string,
  post?: { readonly body: () => string; readonly headers: Record<string, string> },
): Promise<Load> => {
  const request = {
    url,
    connections,
    ...(post
      ? {
          method: "POST" as const,
          headers: post.headers,
          requests: [{ setupRequest: (one: Request) => ({ ...one, body: post.body() }) }],
        }
      : {}),
  }
  const { "2xx": warm } = await autocannon({ ...request, duration: seconds.warmup })
  const took: number[] = []
  const run = autocannon({ ...request, duration: seconds.measured }, () => undefined)
  run.on("response", (_client, _status, _bytes, ms) => took.push(ms))
  const [result]: Result[] = await once(run, "done")
  if (!result) throw new Error("The load generator gave no result")
  const { "2xx": good, non2xx, errors, duration } = result
  const sorted = Float64Array.from(took).sort()
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN
  return {
    perSecond: good / duration,
    p50: at(0.5),
    p95: at(0.95),
    total: good,
    warm,
    refused: non2xx + errors,
  }
}
