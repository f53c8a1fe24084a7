import type { IncomingHttpHeaders } from "node:http"
import { S3Error } from "../protocol/errors"
import type { RequestTarget } from "../protocol/request-target"
import { parseAmzDate } from "./signing-key"

/** A signature as the request states it, before it is verified. */
export type StatedSignature = {
  readonly credential: string
  /** Header names, joined by semicolons. */
  readonly signedHeaders: string
  readonly signature: string
  readonly date: string
  /** `x-amz-content-sha256`: the body's hash, or how its chunks are signed. */
  readonly payloadHash: string
  readonly presigned: boolean
}

const skewMsMax = 15 * 60 * 1000
const expirySecondsMax = 7 * 24 * 3600

/** @throws S3Error AuthorizationQueryParametersError, AccessDenied for a URL out of its time */
export const readQuerySignature = ({ query }: RequestTarget, now: number): StatedSignature => {
  const of = (name: string) => query.get(`X-Amz-${name}`) ?? ""
  const seconds = /^\d+$/.test(of("Expires")) ? Number(of("Expires")) : 0
  const signedAt = parseAmzDate(of("Date"))
  if (of("Algorithm") !== "AWS4-HMAC-SHA256" || Number.isNaN(signedAt))
    throw new S3Error("AuthorizationQueryParametersError")
  if (seconds < 1 || seconds > expirySecondsMax)
    throw new S3Error(
      "AuthorizationQueryParametersError",
      "X-Amz-Expires must be between 1 and 604800 seconds.",
    )
  if (signedAt > now + skewMsMax) throw new S3Error("AccessDenied", "Request is not valid yet")
  if (now > signedAt + seconds * 1000) throw new S3Error("AccessDenied", "Request has expired")
  return {
    credential: of("Credential"),
    signedHeaders: of("SignedHeaders"),
    signature: of("Signature"),
    date: of("Date"),
    payloadHash: of("Content-Sha256") || "UNSIGNED-PAYLOAD",
    presigned: true,
  }
}

/** @throws S3Error AccessDenied, RequestTimeTooSkewed, InvalidRequest */
export const readHeaderSignature = (headers: IncomingHttpHeaders, now: number): StatedSignature => {
  const of = (name: string) => String(headers[name] ?? "")
  const [, credential, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 +Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      of("authorization"),
    ) ?? []
  if (!credential || !signedHeaders || !signature) throw new S3Error("AccessDenied")
  const date = of("x-amz-date")
  const signedAt = parseAmzDate(date)
  if (Number.isNaN(signedAt))
    throw new S3Error("AccessDenied", "AWS authentication requires a valid x-amz-date header")
  if (Math.abs(now - signedAt) > skewMsMax) throw new S3Error("RequestTimeTooSkewed")
  const payloadHash = of("x-amz-content-sha256")
  if (!payloadHash)
    throw new S3Error("InvalidRequest", "Missing required header for this request: x-amz-content-sha256")
  return { credential, signedHeaders, signature, date, payloadHash, presigned: false }
}
