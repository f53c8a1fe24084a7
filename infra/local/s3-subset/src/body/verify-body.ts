import { createHash } from "node:crypto"
import { checksumHeader, type Digests, parseChecksumValue, startChecksum } from "../protocol/checksum"
import { S3Error } from "../protocol/errors"
import type { Body } from "./request-body"

const requireSize = (body: Body, sizeBytes: number) => {
  if (body.sizeBytes !== undefined && sizeBytes !== body.sizeBytes) throw new S3Error("IncompleteBody")
  if (sizeBytes < body.sizeBytesMin) throw new S3Error("EntityTooSmall")
}

/** The checksum that the client stated, in a header or in the trailer that it announced. */
const statedChecksum = ({ integrity: { checksum }, trailers }: Body): string | undefined => {
  const announced = checksum?.trailer ? checksumHeader(checksum.algorithm) : undefined
  if ([...trailers.keys()].some((name) => name !== announced)) throw new S3Error("MalformedTrailerError")
  if (!checksum?.trailer) return checksum?.value
  const value = trailers.get(checksumHeader(checksum.algorithm))
  if (value === undefined)
    throw new S3Error("MalformedTrailerError", "The announced trailing checksum did not come.")
  return parseChecksumValue(checksum.algorithm, value)
}

/**
 * Passes the body's bytes on and ends only when every digest that was stated of them is right, so that whoever
 * stores them stores nothing otherwise. The size limit holds while the bytes arrive.
 * @throws S3Error EntityTooLarge, EntityTooSmall, IncompleteBody, BadDigest, XAmzContentSHA256Mismatch
 */
export async function* verifyBody(body: Body, done: (digests: Digests) => void): AsyncGenerator<Buffer> {
  const { integrity } = body
  const algorithm = integrity.checksum?.algorithm ?? "CRC64NVME"
  const sum = startChecksum(algorithm)
  const md5 = createHash("md5")
  const sha256 = integrity.sha256Hex === undefined ? undefined : createHash("sha256")
  let sizeBytes = 0
  for await (const chunk of body.chunks) {
    sizeBytes += chunk.length
    if (sizeBytes > body.sizeBytesMax) throw new S3Error("EntityTooLarge")
    sum.update(chunk)
    md5.update(chunk)
    sha256?.update(chunk)
    yield chunk
  }
  requireSize(body, sizeBytes)
  if (sha256 && sha256.digest("hex") !== integrity.sha256Hex) throw new S3Error("XAmzContentSHA256Mismatch")
  const md5Bytes = md5.digest()
  if (integrity.md5 !== undefined && md5Bytes.toString("base64") !== integrity.md5)
    throw new S3Error("BadDigest", "The Content-MD5 you specified did not match what we received.")
  const value = await sum.base64()
  const stated = statedChecksum(body)
  if (stated !== undefined && stated !== value)
    throw new S3Error("BadDigest", `The ${algorithm} you specified did not match the calculated checksum.`)
  done({ sizeBytes, md5Hex: md5Bytes.toString("hex"), checksum: { algorithm, value, type: "FULL_OBJECT" } })
}
