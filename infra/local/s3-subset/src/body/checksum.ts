import { createHash } from "node:crypto"
import { crc32 } from "node:zlib"
import { Crc32c, Crc64Nvme } from "@aws-sdk/checksums/crc"
import { S3Error } from "../errors"

export type Algorithm = "CRC32" | "CRC32C" | "CRC64NVME" | "SHA1" | "SHA256"

/** `FULL_OBJECT` is over the bytes; `COMPOSITE` over the parts' checksums, and ends in `-<parts>`. */
export type Checksum = {
  readonly algorithm: Algorithm
  readonly value: string
  readonly type: "FULL_OBJECT" | "COMPOSITE"
}

export type Summing = { update(chunk: Uint8Array): void; base64(): Promise<string> }

const bytesOf: Readonly<Record<Algorithm, number>> = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  SHA1: 20,
  SHA256: 32,
}

export const algorithms = Object.keys(bytesOf) as readonly Algorithm[]

export const headerOf = (algorithm: Algorithm): string => `x-amz-checksum-${algorithm.toLowerCase()}`

/** @throws S3Error NotImplemented for an algorithm that this server does not compute */
export const parseAlgorithm = (name: string): Algorithm => {
  const found = algorithms.find((algorithm) => algorithm === name.toUpperCase())
  if (!found) throw new S3Error("NotImplemented", `The checksum algorithm ${name} is not implemented.`)
  return found
}

/** @throws S3Error InvalidRequest unless `value` is base64 of that algorithm's length */
export const parseValue = (algorithm: Algorithm, value: string): string => {
  const bytes = Buffer.from(value, "base64")
  if (bytes.length !== bytesOf[algorithm] || bytes.toString("base64") !== value)
    throw new S3Error("InvalidRequest", `Value for ${headerOf(algorithm)} header is invalid.`)
  return value
}

const summingCrc32 = (): Summing => {
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

const summingLibrary = (sum: Crc32c | Crc64Nvme): Summing => ({
  update: (chunk) => sum.update(chunk),
  base64: async () => Buffer.from(await sum.digest()).toString("base64"),
})

const summingHash = (name: "sha1" | "sha256"): Summing => {
  const hash = createHash(name)
  return { update: (chunk) => void hash.update(chunk), base64: async () => hash.digest("base64") }
}

const starters: Readonly<Record<Algorithm, () => Summing>> = {
  CRC32: summingCrc32,
  CRC32C: () => summingLibrary(new Crc32c()),
  CRC64NVME: () => summingLibrary(new Crc64Nvme()),
  SHA1: () => summingHash("sha1"),
  SHA256: () => summingHash("sha256"),
}

export const startSumming = (algorithm: Algorithm): Summing => starters[algorithm]()

/** The checksum of a multipart object over its parts' checksums. */
export const composite = async (algorithm: Algorithm, parts: readonly string[]): Promise<Checksum> => {
  const sum = startSumming(algorithm)
  for (const part of parts) sum.update(Buffer.from(part, "base64"))
  return { algorithm, value: `${await sum.base64()}-${parts.length}`, type: "COMPOSITE" }
}
