import { algorithms, checksumHeader } from "../protocol/checksum"
import { S3Error } from "../protocol/errors"

const supported = new Set([
  ...algorithms.map(checksumHeader),
  "x-amz-bucket-object-lock-enabled",
  "x-amz-bypass-governance-retention",
  "x-amz-checksum-algorithm",
  "x-amz-checksum-mode",
  "x-amz-checksum-type",
  "x-amz-content-sha256",
  "x-amz-copy-source",
  "x-amz-copy-source-if-match",
  "x-amz-date",
  "x-amz-decoded-content-length",
  "x-amz-metadata-directive",
  "x-amz-mp-object-size",
  "x-amz-object-lock-mode",
  "x-amz-object-lock-retain-until-date",
  "x-amz-sdk-checksum-algorithm",
  "x-amz-trailer",
  "x-amz-user-agent",
])

/** A header that asks for more than this server does is refused, never ignored. @throws S3Error NotImplemented */
export const requireSupportedHeaders = (names: Iterable<string>): void => {
  for (const name of names)
    if (name.startsWith("x-amz-") && !name.startsWith("x-amz-meta-") && !supported.has(name))
      throw new S3Error("NotImplemented", `The header ${name} implies functionality that is not implemented.`)
}
