import { randomBytes } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { sendError } from "./answer"
import { callOf } from "./call"
import { postObject } from "./calls/post-object"
import { allowOrigin, answerPreflight } from "./cors"
import { S3Error } from "./errors"
import { answerEvents, eventsPath } from "./events"
import { requireKnown } from "./known-headers"
import { routeOf } from "./routes"
import type { Authority } from "./signature/key"
import { verifyRequest } from "./signature/request"
import type { Store } from "./store/store"
import { parseTarget } from "./target"

const isForm = ({ headers }: IncomingMessage) =>
  /^multipart\/form-data\b/i.test(headers["content-type"] ?? "")

const respond = async (store: Store, authority: Authority, req: IncomingMessage, res: ServerResponse) => {
  const { url = "/", method = "", headers } = req
  const target = parseTarget(url)
  if (target.path === eventsPath) return answerEvents(store, authority, target, req, res)
  if (method === "OPTIONS") return answerPreflight(store, target.bucket, req, res)
  allowOrigin(store, target.bucket, req, res)
  const unproven = { req, res, target, store, authority }
  if (method === "POST" && target.key === "" && target.query.size === 0 && isForm(req))
    return postObject(unproven)
  const call = callOf(unproven, verifyRequest({ method, target, headers }, authority))
  const run = routeOf(call)
  requireKnown(call.headers.keys())
  await run(call)
}

/**
 * An aborted client wants no answer; anything else that is not a refusal is a fault of this server. The rest of the
 * body is let through unread, because a browser reads the answer only after it has sent everything.
 */
const fail = (error: unknown, req: IncomingMessage, res: ServerResponse) => {
  const gone = req.destroyed && !req.complete
  if (gone || res.headersSent) return void res.destroy()
  if (!(error instanceof S3Error)) console.error(error)
  const refusal = error instanceof S3Error ? error : new S3Error("InternalError")
  sendError(res, refusal, req.url?.split("?")[0] ?? "/")
  req.resume()
}

/** Answers one request and never rejects. */
export const answerRequest =
  (store: Store, authority: Authority) =>
  async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    res.setHeader("x-amz-request-id", randomBytes(8).toString("hex").toUpperCase())
    try {
      await respond(store, authority, req, res)
    } catch (error) {
      fail(error, req, res)
    }
  }
