import type { RequestHeaders } from "./body/integrity"
import { S3Error } from "./errors"
import type { Condition } from "./store/commit-version"
import type { Version } from "./store/version"

const names = (header: string, etag: string): boolean =>
  header.split(",").some((each) =>
    ["*", etag].includes(
      each
        .trim()
        .replace(/^W\//, "")
        .replace(/^"(.*)"$/, "$1"),
    ),
  )

const secondsOf = (at: string): number => Math.floor(Date.parse(at) / 1000)

/** `If-None-Match: *` and `If-Match` of a write. @throws S3Error from what it returns: PreconditionFailed, NoSuchKey */
export const writeCondition = (headers: RequestHeaders): Condition => {
  const [match, noneMatch] = [headers.get("if-match"), headers.get("if-none-match")]
  if (noneMatch !== undefined && noneMatch !== "*")
    throw new S3Error("NotImplemented", "If-None-Match of a write can only be *.")
  return (present) => {
    if (noneMatch !== undefined && present) throw new S3Error("PreconditionFailed")
    if (match === undefined) return
    if (!present) throw new S3Error("NoSuchKey")
    if (!names(match, present.content.etag)) throw new S3Error("PreconditionFailed")
  }
}

/** RFC 9110's order of conditions. @throws S3Error PreconditionFailed */
export const readCondition = (headers: RequestHeaders, version: Version): "read" | "not-modified" => {
  const [match, noneMatch] = [headers.get("if-match"), headers.get("if-none-match")]
  const [since, until] = [headers.get("if-modified-since"), headers.get("if-unmodified-since")]
  const { etag } = version.content
  const modifiedAt = secondsOf(version.modifiedAt)
  if (match !== undefined ? !names(match, etag) : until !== undefined && modifiedAt > secondsOf(until))
    throw new S3Error("PreconditionFailed")
  const same =
    noneMatch !== undefined ? names(noneMatch, etag) : since !== undefined && modifiedAt <= secondsOf(since)
  return same ? "not-modified" : "read"
}

/** @throws S3Error PreconditionFailed, NotImplemented */
export const requireCopySource = (headers: RequestHeaders, version: Version): void => {
  const of = (name: string) => headers.get(`x-amz-copy-source-if-${name}`)
  if (of("modified-since") ?? of("unmodified-since"))
    throw new S3Error("NotImplemented", "Copy conditions by time are not implemented.")
  const [match, noneMatch] = [of("match"), of("none-match")]
  const { etag } = version.content
  if ((match !== undefined && !names(match, etag)) || (noneMatch !== undefined && names(noneMatch, etag)))
    throw new S3Error("PreconditionFailed")
}
