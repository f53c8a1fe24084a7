import type { IncomingHttpHeaders } from "node:http"
import { S3Error } from "../errors"
import type { Target } from "../target"
import { type Authority, amzTime, hmac, sameText, sha256Hex } from "./key"
import { parseScope, type Scope } from "./scope"

/** What a verified signature says of the body: its hash, or how its chunks are signed. */
export type Proof = {
  readonly payload: string
  readonly scope: Scope
  readonly date: string
  readonly signature: string
  readonly presigned: boolean
}

type Claim = Omit<Proof, "scope"> & { readonly credential: string; readonly signedHeaders: string }

type Signed = { readonly method: string; readonly target: Target; readonly headers: IncomingHttpHeaders }

const skewMsMax = 15 * 60 * 1000
const expirySecondsMax = 7 * 24 * 3600

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

const headerOf = (headers: IncomingHttpHeaders, name: string): string => String(headers[name] ?? "")

const claimOfQuery = ({ query }: Target, now: number): Claim => {
  const of = (name: string) => query.get(`X-Amz-${name}`) ?? ""
  const seconds = Number(of("Expires") || "x")
  const signedAt = amzTime(of("Date"))
  if (of("Algorithm") !== "AWS4-HMAC-SHA256" || Number.isNaN(signedAt))
    throw new S3Error("AuthorizationQueryParametersError")
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > expirySecondsMax)
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
    payload: of("Content-Sha256") || "UNSIGNED-PAYLOAD",
    presigned: true,
  }
}

const claimOfHeader = (headers: IncomingHttpHeaders, now: number): Claim => {
  const [, credential, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 +Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      headerOf(headers, "authorization"),
    ) ?? []
  if (!credential || !signedHeaders || !signature) throw new S3Error("AccessDenied")
  const date = headerOf(headers, "x-amz-date")
  const signedAt = amzTime(date)
  if (Number.isNaN(signedAt))
    throw new S3Error("AccessDenied", "AWS authentication requires a valid x-amz-date header")
  if (Math.abs(now - signedAt) > skewMsMax) throw new S3Error("RequestTimeTooSkewed")
  const payload = headerOf(headers, "x-amz-content-sha256")
  if (!payload)
    throw new S3Error("InvalidRequest", "Missing required header for this request: x-amz-content-sha256")
  return { credential, signedHeaders, signature, date, payload, presigned: false }
}

const canonicalRequest = ({ method, target, headers }: Signed, claim: Claim): string => {
  const names = claim.signedHeaders.split(";")
  const path = target.path.split("/").map((part) => encode(decodeURIComponent(part)))
  const query = target.pairs
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
  const lines = names.map((name) => `${name}:${headerOf(headers, name).trim().replace(/\s+/g, " ")}\n`)
  return [method, path.join("/"), query.join("&"), lines.join(""), claim.signedHeaders, claim.payload].join(
    "\n",
  )
}

/** `host` and every `x-amz-*` header must be signed, or a man in the middle could add meaning. */
const requireSignedHeaders = (headers: IncomingHttpHeaders, claim: Claim) => {
  const names = new Set(claim.signedHeaders.split(";"))
  const unsigned = Object.keys(headers).find((name) => name.startsWith("x-amz-") && !names.has(name))
  if (!names.has("host") || unsigned)
    throw new S3Error(
      "AccessDenied",
      `There were headers present in the request which were not signed: ${unsigned ?? "host"}`,
    )
}

/**
 * AWS Signature Version 4, by header or by query.
 * @throws S3Error AccessDenied, SignatureDoesNotMatch, RequestTimeTooSkewed, and what `parseScope` throws
 */
export const verifyRequest = (signed: Signed, authority: Authority, now = Date.now()): Proof => {
  const { target, headers } = signed
  const byQuery = target.query.has("X-Amz-Signature") || target.query.has("X-Amz-Algorithm")
  if (byQuery && headers.authorization)
    throw new S3Error(
      "InvalidArgument",
      "Only one auth mechanism allowed: the query or the Authorization header",
    )
  const claim = byQuery ? claimOfQuery(target, now) : claimOfHeader(headers, now)
  const scope = parseScope(claim.credential, authority)
  requireSignedHeaders(headers, claim)
  const text = ["AWS4-HMAC-SHA256", claim.date, scope.text, sha256Hex(canonicalRequest(signed, claim))].join(
    "\n",
  )
  const expected = hmac(scope.key, text).toString("hex")
  if (scope.day !== claim.date.slice(0, 8) || !sameText(expected, claim.signature))
    throw new S3Error("SignatureDoesNotMatch")
  return { ...claim, scope }
}
