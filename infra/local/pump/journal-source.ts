import { z } from "zod"
import type { Entry } from "./deliver"

const Page = z.object({
  events: z.array(z.object({ seq: z.number().int(), record: z.record(z.string(), z.unknown()) })),
})

/** Pages of the local S3 server's journal: what S3 would have sent to the queue. */
export const journalReader = (s3Url: string, secretAccessKey: string, startAfter: string | undefined) => {
  let position = startAfter ?? "0"
  return async (): Promise<readonly Entry[]> => {
    const response = await fetch(`${s3Url}/-/events?after=${position}&limit=100`, {
      headers: { authorization: `Bearer ${secretAccessKey}` },
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error(`The journal of S3 answered ${response.status}`)
    const { events } = Page.parse(await response.json())
    const entries = events.map(({ seq, record }) => ({ position: String(seq), record }))
    position = entries.at(-1)?.position ?? position
    return entries
  }
}
