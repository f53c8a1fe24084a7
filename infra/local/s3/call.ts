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

/** A request whose signature holds. A presigned URL's `x-amz-*` parameters count as headers, as on S3. */
export type Call = Unproven & { readonly headers: RequestHeaders; readonly proof: Proof }

export const callOf = (unproven: Unproven, proof: Proof): Call => {
  const { req, target } = unproven
  const hoisted = proof.presigned
    ? target.pairs
        .map(([name, value]) => [name.toLowerCase(), value] as const)
        .filter(([name]) => name.startsWith("x-amz-"))
    : []
  const own = Object.entries(req.headers).map(([name, value]) => [name, String(value)] as const)
  return { ...unproven, proof, headers: new Map([...hoisted, ...own]) }
}

export const bodyOfCall = ({ req, headers, proof }: Call): Body => bodyOf({ req, headers, proof })
