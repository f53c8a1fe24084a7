import type { IncomingHttpHeaders } from "node:http"
import { S3Error } from "../protocol/errors"
import { percentDecode, type RequestTarget } from "../protocol/request-target"
import { type CredentialScope, parseCredentialScope } from "./credential-scope"
import { type AcceptedCredentials, constantTimeEqual, hmac, sha256Hex } from "./signing-key"
import { readHeaderSignature, readQuerySignature, type StatedSignature } from "./stated-signature"

export type SignedRequest = {
  readonly method: string
  readonly target: RequestTarget
  readonly headers: IncomingHttpHeaders
}

/** A verified signature. */
export type Authentication = Pick<StatedSignature, "payloadHash" | "date" | "signature" | "presigned"> & {
  readonly scope: CredentialScope
}

/** RFC 3986: `encodeURIComponent` leaves five characters that have to be encoded too. */
const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** The request as the client must have signed it (AWS Signature Version 4, "canonical request"). */
const canonicalRequest = (
  { method, target, headers }: SignedRequest,
  { signedHeaders, payloadHash }: Pick<StatedSignature, "signedHeaders" | "payloadHash">,
): string => {
  const path = target.path.split("/").map((part) => percentEncode(percentDecode(part)))
  const query = target.pairs
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .sort()
  const lines = signedHeaders.split(";").map(
    (name) =>
      `${name}:${String(headers[name] ?? "")
        .trim()
        .replace(/\s+/g, " ")}\n`,
  )
  return [method, path.join("/"), query.join("&"), lines.join(""), signedHeaders, payloadHash].join("\n")
}

/** Unless `host` and every `x-amz-*` header are signed, somebody on the way could add to what the client asked. */
const requireSignedHeaders = (headers: IncomingHttpHeaders, { signedHeaders }: StatedSignature) => {
  const names = new Set(signedHeaders.split(";"))
  const unsigned = ["host", ...Object.keys(headers).filter((name) => name.startsWith("x-amz-"))].find(
    (name) => !names.has(name),
  )
  if (unsigned)
    throw new S3Error(
      "AccessDenied",
      `There were headers present in the request which were not signed: ${unsigned}`,
    )
}

const readSignature = ({ target, headers }: SignedRequest, now: number): StatedSignature => {
  const inQuery = target.query.has("X-Amz-Signature") || target.query.has("X-Amz-Algorithm")
  if (!inQuery) return readHeaderSignature(headers, now)
  if (headers.authorization)
    throw new S3Error(
      "InvalidArgument",
      "Only one auth mechanism allowed: the query or the Authorization header",
    )
  return readQuerySignature(target, now)
}

/**
 * Verifies AWS Signature Version 4, in a header or in the query.
 * @throws S3Error SignatureDoesNotMatch, AccessDenied, and those of reading the signature and its scope
 */
export const verifyRequest = (
  request: SignedRequest,
  accepted: AcceptedCredentials,
  now = Date.now(),
): Authentication => {
  const stated = readSignature(request, now)
  const scope = parseCredentialScope(stated.credential, accepted)
  requireSignedHeaders(request.headers, stated)
  const hash = sha256Hex(canonicalRequest(request, stated))
  const expected = hmac(scope.key, ["AWS4-HMAC-SHA256", stated.date, scope.text, hash].join("\n"))
  if (scope.day !== stated.date.slice(0, 8) || !constantTimeEqual(expected.toString("hex"), stated.signature))
    throw new S3Error("SignatureDoesNotMatch")
  return { ...stated, scope }
}
