import { createHash } from "node:crypto"
import { S3Error } from "../protocol/errors"
import { constantTimeEqual, hmac, sha256Hex } from "../signature/signing-key"
import type { Authentication } from "../signature/verify-request"

/** Verifies a body that is signed chunk by chunk: each signature covers the one before it, the first the request's. */
export type ChunkVerifier = {
  update(chunk: Uint8Array): void
  /** At a chunk's end. @throws S3Error SignatureDoesNotMatch */
  verifyChunk(signature: string | undefined): void
  /** @throws S3Error SignatureDoesNotMatch */
  verifyTrailers(trailers: string, signature: string | undefined): void
}

export const chunkVerifier = ({
  scope,
  date,
  signature,
}: Pick<Authentication, "scope" | "date" | "signature">): ChunkVerifier => {
  let previous = signature
  let hash = createHash("sha256")

  const verify = (kind: string, digests: readonly string[], stated: string | undefined) => {
    const text = [`AWS4-HMAC-SHA256-${kind}`, date, scope.text, previous, ...digests].join("\n")
    const expected = hmac(scope.key, text).toString("hex")
    if (!stated || !constantTimeEqual(expected, stated)) throw new S3Error("SignatureDoesNotMatch")
    previous = expected
  }

  return {
    update: (chunk) => void hash.update(chunk),
    verifyChunk: (stated) => {
      verify("PAYLOAD", [sha256Hex(""), hash.digest("hex")], stated)
      hash = createHash("sha256")
    },
    verifyTrailers: (trailers, stated) => verify("TRAILER", [sha256Hex(trailers)], stated),
  }
}
