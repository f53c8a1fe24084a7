import { algorithms, headerOf } from "./body/checksum"
import { S3Error } from "./errors"

const known = new Set([
  ...algorithms.map(headerOf),
  ...["algorithm", "mode", "type"].map((name) => `x-amz-checksum-${name}`),
  ...["mode", "retain-until-date", "legal-hold"].map((name) => `x-amz-object-lock-${name}`),
  ...["match", "none-match", "modified-since", "unmodified-since"].map(
    (name) => `x-amz-copy-source-if-${name}`,
  ),
  "x-amz-bucket-object-lock-enabled",
  "x-amz-bypass-governance-retention",
  "x-amz-content-sha256",
  "x-amz-copy-source",
  "x-amz-date",
  "x-amz-decoded-content-length",
  "x-amz-metadata-directive",
  "x-amz-mp-object-size",
  "x-amz-sdk-checksum-algorithm",
  "x-amz-trailer",
  "x-amz-user-agent",
])

/** A header that asks for more than this server does is refused, never ignored. @throws S3Error NotImplemented */
export const requireKnown = (names: Iterable<string>): void => {
  for (const name of names)
    if (name.startsWith("x-amz-") && !name.startsWith("x-amz-meta-") && !known.has(name))
      throw new S3Error("NotImplemented", `The header ${name} implies functionality that is not implemented.`)
}
