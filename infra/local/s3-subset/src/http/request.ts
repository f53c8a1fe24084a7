import type { IncomingMessage, ServerResponse } from "node:http"
import { type Body, openBody } from "../body/request-body"
import type { RequestHeaders } from "../protocol/headers"
import type { RequestTarget } from "../protocol/request-target"
import type { AcceptedCredentials } from "../signature/signing-key"
import type { Authentication } from "../signature/verify-request"
import type { Store } from "../store/store"

/** A request whose signature has not been verified. */
export type UnverifiedRequest = {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly target: RequestTarget
  readonly store: Store
  readonly accepted: AcceptedCredentials
}

/** A request whose signature is right: what every operation but the browser's form gets. */
export type S3Request = UnverifiedRequest & {
  readonly headers: RequestHeaders
  readonly authentication: Authentication
}

const signatureParameter =
  /^x-amz-(algorithm|content-sha256|credential|date|expires|signature|signedheaders)$/
const checksumParameter = /^x-amz-(sdk-)?checksum-/

/**
 * A presigned URL's `x-amz-*` parameters count as headers, but S3, by its users' reports, ignores checksums there
 * (the SDK puts that of an empty body into them). A checksum that is to be enforced has to be a signed header.
 */
const headersFromQuery = ({ pairs }: RequestTarget): (readonly [string, string])[] =>
  pairs
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(
      ([name]) =>
        name.startsWith("x-amz-") && !signatureParameter.test(name) && !checksumParameter.test(name),
    )

export const toVerifiedRequest = (
  unverified: UnverifiedRequest,
  authentication: Authentication,
): S3Request => {
  const own = Object.entries(unverified.req.headers).map(([name, value]) => [name, String(value)] as const)
  const fromQuery = authentication.presigned ? headersFromQuery(unverified.target) : []
  return { ...unverified, authentication, headers: new Map([...fromQuery, ...own]) }
}

export const bodyOf = ({ req, headers, authentication }: S3Request): Body =>
  openBody({ req, headers, authentication })
