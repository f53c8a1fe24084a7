import type { IncomingMessage, ServerResponse } from "node:http"
import { z } from "zod"
import { type Authority, sameText } from "./signature/key"
import { readEvents } from "./store/journal"
import type { Store } from "./store/store"
import type { Target } from "./target"

export const eventsPath = "/-/events"

const querySchema = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})

const loopback = /^(127\.|::1$|::ffff:127\.)/

type Answer = readonly [status: number, body: object]

const answer = (store: Store, authority: Authority, target: Target, req: IncomingMessage): Answer => {
  const expected = `Bearer ${authority.credentials.secretAccessKey}`
  if (!loopback.test(req.socket.remoteAddress ?? "")) return [403, { error: "loopback only" }]
  if (!sameText(req.headers.authorization ?? "", expected))
    return [401, { error: "authorization must be Bearer and the secret access key" }]
  if (req.method !== "GET") return [405, { error: "GET only" }]
  const query = querySchema.safeParse(Object.fromEntries(target.query))
  if (!query.success) return [400, { error: "after and limit (1 to 1000) must be whole numbers" }]
  return [200, { events: readEvents(store, query.data.after, query.data.limit) }]
}

/** The journal, for the local pump: no part of S3, and for this machine alone. `-` cannot name a bucket. */
export const answerEvents = (
  store: Store,
  authority: Authority,
  target: Target,
  req: IncomingMessage,
  res: ServerResponse,
): void => {
  const [status, body] = answer(store, authority, target, req)
  res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
}
