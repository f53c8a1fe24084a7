import { S3Error } from "../protocol/errors"
import type { RequestHeaders } from "../protocol/headers"
import type { WriteCondition } from "../store/commit-version"
import type { Version } from "../store/version"

/** Whether a header such as `If-Match` names the ETag, or any by `*`. */
const matchesEtag = (header: string, etag: string): boolean =>
  header.split(",").some((each) => {
    const stated = each
      .trim()
      .replace(/^W\//, "")
      .replace(/^"(.*)"$/, "$1")
    return stated === "*" || stated === etag
  })

const secondsOf = (at: string): number => Math.floor(Date.parse(at) / 1000)

/**
 * `If-None-Match: *` and `If-Match` of a write.
 * @throws S3Error NotImplemented; from what it returns: PreconditionFailed, NoSuchKey
 */
export const writeCondition = (headers: RequestHeaders): WriteCondition => {
  const [match, noneMatch] = [headers.get("if-match"), headers.get("if-none-match")]
  if (noneMatch !== undefined && noneMatch !== "*")
    throw new S3Error("NotImplemented", "If-None-Match of a write can only be *.")
  return (current) => {
    if (noneMatch !== undefined && current) throw new S3Error("PreconditionFailed")
    if (match === undefined) return
    if (!current) throw new S3Error("NoSuchKey")
    if (!matchesEtag(match, current.content.etag)) throw new S3Error("PreconditionFailed")
  }
}

/** The conditions of a read, in the order of RFC 9110. @throws S3Error PreconditionFailed */
export const readCondition = (
  headers: RequestHeaders,
  { content, modifiedAt }: Pick<Version, "content" | "modifiedAt">,
): "read" | "not-modified" => {
  const [match, noneMatch] = [headers.get("if-match"), headers.get("if-none-match")]
  const [since, until] = [headers.get("if-modified-since"), headers.get("if-unmodified-since")]
  const seconds = secondsOf(modifiedAt)
  const failed =
    match !== undefined
      ? !matchesEtag(match, content.etag)
      : until !== undefined && seconds > secondsOf(until)
  if (failed) throw new S3Error("PreconditionFailed")
  const unchanged =
    noneMatch !== undefined
      ? matchesEtag(noneMatch, content.etag)
      : since !== undefined && seconds <= secondsOf(since)
  return unchanged ? "not-modified" : "read"
}

/** The condition on a copy's source. @throws S3Error PreconditionFailed */
export const requireCopyCondition = (headers: RequestHeaders, source: Version): void => {
  const match = headers.get("x-amz-copy-source-if-match")
  if (match !== undefined && !matchesEtag(match, source.content.etag)) throw new S3Error("PreconditionFailed")
}
