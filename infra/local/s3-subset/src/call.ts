import type { IncomingMessage, ServerResponse } from "node:http"
import { type Body, bodyOf } from "./body/body"
import type { RequestHeaders } from "./body/integrity"
import type { Authority } from "./signature/key"
import type { Proof } from "./signature/request"
import type { Store } from "./store/store"
import type { Target } from "./target"

/** A request before anybody's signature was checked. */
export type Unproven = {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly target: Target
  readonly store: Store
  readonly authority: Authority
}

/** A request whose signature holds. */
export type Call = Unproven & { readonly headers: RequestHeaders; readonly proof: Proof }

const ofSignature = /^x-amz-(algorithm|content-sha256|credential|date|expires|signature|signedheaders)$/

/**
 * A presigned URL's `x-amz-*` parameters count as headers, but S3, by its users' reports, ignores checksums (the SDK
 * puts that of an empty body there). A checksum that shall bind has to be a signed header.
 */
const hoistedHeaders = ({ pairs }: Target): (readonly [string, string])[] =>
  pairs
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(
      ([name]) =>
        name.startsWith("x-amz-") && !ofSignature.test(name) && !/^x-amz-(sdk-)?checksum-/.test(name),
    )

export const callOf = (unproven: Unproven, proof: Proof): Call => {
  const own = Object.entries(unproven.req.headers).map(([name, value]) => [name, String(value)] as const)
  const hoisted = proof.presigned ? hoistedHeaders(unproven.target) : []
  return { ...unproven, proof, headers: new Map([...hoisted, ...own]) }
}

export const bodyOfCall = ({ req, headers, proof }: Call): Body => bodyOf({ req, headers, proof })
