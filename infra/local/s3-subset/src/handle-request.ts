import { randomBytes } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { allowOrigin, answerPreflight } from "./http/cors"
import { answerEvents, eventsPath } from "./http/events-endpoint"
import { toVerifiedRequest } from "./http/request"
import { sendError } from "./http/response"
import { requireSupportedHeaders } from "./http/supported-headers"
import { postObject } from "./operations/post-object"
import { S3Error } from "./protocol/errors"
import { parseRequestTarget } from "./protocol/request-target"
import { operationOf } from "./routes"
import type { AcceptedCredentials } from "./signature/signing-key"
import { verifyRequest } from "./signature/verify-request"
import type { Store } from "./store/store"

const isForm = ({ headers }: IncomingMessage) =>
  /^multipart\/form-data\b/i.test(headers["content-type"] ?? "")

const respond = async (
  store: Store,
  accepted: AcceptedCredentials,
  req: IncomingMessage,
  res: ServerResponse,
) => {
  const { url = "/", method = "", headers } = req
  const target = parseRequestTarget(url)
  if (target.path === eventsPath) return answerEvents(store, accepted, target, req, res)
  if (method === "OPTIONS") return answerPreflight(store, target.bucket, req, res)
  allowOrigin(store, target.bucket, req, res)
  const unverified = { req, res, target, store, accepted }
  if (method === "POST" && target.key === "" && target.query.size === 0 && isForm(req))
    return postObject(unverified)
  const request = toVerifiedRequest(unverified, verifyRequest({ method, target, headers }, accepted))
  const operation = operationOf(request)
  requireSupportedHeaders(request.headers.keys())
  await operation(request)
}

/**
 * A client that went away needs no answer; any error but an S3Error is a fault of this server. The rest of the body
 * is read and discarded, because a browser reads the response only after it has sent everything.
 */
const respondToError = (error: unknown, req: IncomingMessage, res: ServerResponse) => {
  const gone = req.destroyed && !req.complete
  if (gone || res.headersSent) return void res.destroy()
  if (!(error instanceof S3Error)) console.error(error)
  const s3Error = error instanceof S3Error ? error : new S3Error("InternalError")
  sendError(res, s3Error, req.url?.split("?")[0] ?? "/")
  req.resume()
}

/** Answers one request and never rejects. */
export const handleRequest =
  (store: Store, accepted: AcceptedCredentials) =>
  async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    res.setHeader("x-amz-request-id", randomBytes(8).toString("hex").toUpperCase())
    try {
      await respond(store, accepted, req, res)
    } catch (error) {
      respondToError(error, req, res)
    }
  }
