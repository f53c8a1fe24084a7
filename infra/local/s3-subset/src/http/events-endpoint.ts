import type { IncomingMessage, ServerResponse } from "node:http"
import { z } from "zod"
import type { RequestTarget } from "../protocol/request-target"
import { type AcceptedCredentials, constantTimeEqual } from "../signature/signing-key"
import { readEvents } from "../store/event-log"
import type { Store } from "../store/store"

/** No part of S3: how the portal's pump reads the event log. `-` cannot name a bucket. */
export const eventsPath = "/-/events"

const querySchema = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})

const loopback = /^(127\.|::1$|::ffff:127\.)/

type Answer = readonly [status: number, body: object]

const answer = (
  store: Store,
  { credentials }: AcceptedCredentials,
  target: RequestTarget,
  req: IncomingMessage,
): Answer => {
  if (!loopback.test(req.socket.remoteAddress ?? "")) return [403, { error: "loopback only" }]
  if (!constantTimeEqual(req.headers.authorization ?? "", `Bearer ${credentials.secretAccessKey}`))
    return [401, { error: "authorization must be Bearer and the secret access key" }]
  if (req.method !== "GET") return [405, { error: "GET only" }]
  const query = querySchema.safeParse(Object.fromEntries(target.query))
  if (!query.success) return [400, { error: "after and limit (1 to 1000) must be whole numbers" }]
  return [200, { events: readEvents(store, query.data.after, query.data.limit) }]
}

/** Answers with the events after a point, for processes of this machine that know the secret key. */
export const answerEvents = (
  store: Store,
  accepted: AcceptedCredentials,
  target: RequestTarget,
  req: IncomingMessage,
  res: ServerResponse,
): void => {
  const [status, body] = answer(store, accepted, target, req)
  res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
}
