import { createHash } from "node:crypto"
import { crc32 } from "node:zlib"
import { Crc32c, Crc64Nvme } from "@aws-sdk/checksums/crc"
import { S3Error } from "./errors"

export type Algorithm = "CRC32" | "CRC32C" | "CRC64NVME" | "SHA1" | "SHA256"

/** `FULL_OBJECT` is over the bytes; `COMPOSITE` over the parts' checksums, and ends in `-<parts>`. */
export type Checksum = {
  readonly algorithm: Algorithm
  readonly value: string
  readonly type: "FULL_OBJECT" | "COMPOSITE"
}

/** What was computed over a body. */
export type Digests = { readonly sizeBytes: number; readonly md5Hex: string; readonly checksum: Checksum }

export type RunningChecksum = { update(chunk: Uint8Array): void; base64(): Promise<string> }

const valueBytes: Readonly<Record<Algorithm, number>> = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  SHA1: 20,
  SHA256: 32,
}

export const algorithms = Object.keys(valueBytes) as readonly Algorithm[]

export const checksumHeader = (algorithm: Algorithm): string => `x-amz-checksum-${algorithm.toLowerCase()}`

/** @throws S3Error NotImplemented for an algorithm that this server does not compute */
export const parseAlgorithm = (name: string): Algorithm => {
  const found = algorithms.find((algorithm) => algorithm === name.toUpperCase())
  if (!found) throw new S3Error("NotImplemented", `The checksum algorithm ${name} is not implemented.`)
  return found
}

/** @throws S3Error InvalidRequest unless `value` is base64 of that algorithm's length */
export const parseChecksumValue = (algorithm: Algorithm, value: string): string => {
  const bytes = Buffer.from(value, "base64")
  if (bytes.length !== valueBytes[algorithm] || bytes.toString("base64") !== value)
    throw new S3Error("InvalidRequest", `Value for ${checksumHeader(algorithm)} header is invalid.`)
  return value
}

const runningCrc32 = (): RunningChecksum => {
  let sum = 0
  return {
    update: (chunk) => {
      sum = crc32(chunk, sum)
    },
    base64: async () => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32BE(sum)
      return bytes.toString("base64")
    },
  }
}

const runningLibraryChecksum = (sum: Crc32c | Crc64Nvme): RunningChecksum => ({
  update: (chunk) => sum.update(chunk),
  base64: async () => Buffer.from(await sum.digest()).toString("base64"),
})

const runningHash = (name: "sha1" | "sha256"): RunningChecksum => {
  const hash = createHash(name)
  return { update: (chunk) => void hash.update(chunk), base64: async () => hash.digest("base64") }
}

const starters: Readonly<Record<Algorithm, () => RunningChecksum>> = {
  CRC32: runningCrc32,
  CRC32C: () => runningLibraryChecksum(new Crc32c()),
  CRC64NVME: () => runningLibraryChecksum(new Crc64Nvme()),
  SHA1: () => runningHash("sha1"),
  SHA256: () => runningHash("sha256"),
}

export const startChecksum = (algorithm: Algorithm): RunningChecksum => starters[algorithm]()

/** The checksum of a multipart object over its parts' checksums. */
export const compositeChecksum = async (
  algorithm: Algorithm,
  parts: readonly string[],
): Promise<Checksum> => {
  const sum = startChecksum(algorithm)
  for (const part of parts) sum.update(Buffer.from(part, "base64"))
  return { algorithm, value: `${await sum.base64()}-${parts.length}`, type: "COMPOSITE" }
}
