import type { S3Request } from "../http/request"
import { requestIdOf, sendXml } from "../http/response"
import { requireCopyCondition, writeCondition } from "../object/conditional-headers"
import { headersToStore, versionHeader } from "../object/object-headers"
import { requestedRetention } from "../object/object-lock"
import { type Checksum, parseAlgorithm, startChecksum } from "../protocol/checksum"
import { S3Error } from "../protocol/errors"
import type { RequestHeaders } from "../protocol/headers"
import { percentDecode } from "../protocol/request-target"
import { getBucket } from "../store/buckets"
import { commitVersion } from "../store/commit-version"
import type { Store } from "../store/store"
import type { Content, Version } from "../store/version"
import { findCurrentVersion, getVersion } from "../store/versions"

/** `bucket/key?versionId=id`, percent-encoded in part or as a whole. */
const sourceOf = (store: Store, header: string): Version => {
  const [, path = "", versionId] = /^\/?(.*?)(?:\?versionId=([^?]*))?$/s.exec(header) ?? []
  const decoded = percentDecode(path)
  const at = decoded.indexOf("/")
  if (at < 1)
    throw new S3Error(
      "InvalidArgument",
      "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
    )
  return getVersion(store, getBucket(store, decoded.slice(0, at)).name, decoded.slice(at + 1), versionId)
}

const metadataDirective = (headers: RequestHeaders): "COPY" | "REPLACE" => {
  const directive = headers.get("x-amz-metadata-directive") ?? "COPY"
  if (directive !== "COPY" && directive !== "REPLACE")
    throw new S3Error("InvalidArgument", "Unknown metadata directive.")
  return directive
}

const checksumOf = async (store: Store, source: Version, wanted: string | undefined): Promise<Checksum> => {
  const { checksum } = source.content
  const algorithm = wanted === undefined ? checksum.algorithm : parseAlgorithm(wanted)
  if (algorithm === checksum.algorithm && checksum.type === "FULL_OBJECT") return checksum
  const sum = startChecksum(algorithm)
  for await (const chunk of store.blobs.read(source.blob)) sum.update(chunk)
  return { algorithm, value: await sum.base64(), type: "FULL_OBJECT" }
}

/** Checked again where the copy is committed: the source must still be there, and be the same. */
const requireSameSource = (store: Store, source: Version) => {
  const current = getVersion(store, source.bucket, source.key, source.versionId)
  if (current.seq !== source.seq)
    throw new S3Error("PreconditionFailed", "The source changed during the copy.")
}

/** The copy shares the source's blob, which never changes. Its ETag is that of one whole upload. */
export const copyObject = async (request: S3Request): Promise<void> => {
  const { res, store, target, headers } = request
  const bucket = getBucket(store, target.bucket)
  const source = sourceOf(store, headers.get("x-amz-copy-source") ?? "")
  requireCopyCondition(headers, source)
  const directive = metadataDirective(headers)
  if (directive === "COPY" && source.seq === findCurrentVersion(store, bucket.name, target.key)?.seq)
    throw new S3Error(
      "InvalidRequest",
      "This copy request is illegal because it is trying to copy an object to itself.",
    )
  const checksum = await checksumOf(store, source, headers.get("x-amz-checksum-algorithm"))
  const content: Content = {
    ...source.content,
    etag: source.content.md5Hex,
    checksum,
    headers: directive === "COPY" ? source.content.headers : headersToStore(headers),
  }
  const condition = writeCondition(headers)
  const version = commitVersion(
    store,
    {
      bucket,
      key: target.key,
      blob: source.blob,
      content,
      retention: requestedRetention(headers, bucket),
      createdBy: "Copy",
      requestId: requestIdOf(res),
    },
    (current) => {
      condition(current)
      requireSameSource(store, source)
    },
  )
  sendXml(
    res,
    200,
    "CopyObjectResult",
    {
      ETag: `"${content.etag}"`,
      LastModified: version.modifiedAt,
      [`Checksum${checksum.algorithm}`]: checksum.value,
      ChecksumType: checksum.type,
    },
    {
      ...versionHeader(version),
      "x-amz-copy-source-version-id": versionHeader(source)["x-amz-version-id"],
    },
  )
}
