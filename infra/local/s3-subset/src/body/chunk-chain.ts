import { createHash } from "node:crypto"
import { S3Error } from "../errors"
import { hmac, sameText, sha256Hex } from "../signature/key"
import type { Proof } from "../signature/request"

/** Each chunk's signature covers the one before it, the first the request's own. */
export type ChunkChain = {
  update(chunk: Uint8Array): void
  closeChunk(signature: string | undefined): void
  closeTrailers(trailers: string, signature: string | undefined): void
}

/** @throws S3Error SignatureDoesNotMatch from both closers */
export const chunkChain = ({
  scope,
  date,
  signature,
}: Pick<Proof, "scope" | "date" | "signature">): ChunkChain => {
  let previous = signature
  let hash = createHash("sha256")

  const close = (kind: string, digests: readonly string[], given: string | undefined) => {
    const text = [`AWS4-HMAC-SHA256-${kind}`, date, scope.text, previous, ...digests].join("\n")
    const expected = hmac(scope.key, text).toString("hex")
    if (!given || !sameText(expected, given)) throw new S3Error("SignatureDoesNotMatch")
    previous = expected
  }

  return {
    update: (chunk) => void hash.update(chunk),
    closeChunk: (given) => {
      close("PAYLOAD", [sha256Hex(""), hash.digest("hex")], given)
      hash = createHash("sha256")
    },
    closeTrailers: (trailers, given) => close("TRAILER", [sha256Hex(trailers)], given),
  }
}
