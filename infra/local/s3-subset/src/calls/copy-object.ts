import { requestIdOf, sendXml } from "../answer"
import { type Checksum, headerOf, parseAlgorithm, startSumming } from "../body/checksum"
import type { RequestHeaders } from "../body/integrity"
import type { Call } from "../call"
import { requireCopySource, writeCondition } from "../conditions"
import { S3Error } from "../errors"
import { createdHeaders, keptHeaders } from "../object-headers"
import { lockOf } from "../object-lock"
import { getBucket } from "../store/buckets"
import { commitVersion } from "../store/commit-version"
import type { Store } from "../store/store"
import type { Content, Version } from "../store/version"
import { findVersion, getVersion } from "../store/versions"
import { decode } from "../target"

/** `bucket/key?versionId=id`, encoded in part or as a whole. */
const sourceOf = (store: Store, header: string): Version => {
  const [, path = "", versionId] = /^\/?(.*?)(?:\?versionId=([^?]*))?$/s.exec(header) ?? []
  const decoded = decode(path)
  const at = decoded.indexOf("/")
  if (at < 1)
    throw new S3Error(
      "InvalidArgument",
      "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
    )
  return getVersion(store, getBucket(store, decoded.slice(0, at)).name, decoded.slice(at + 1), versionId)
}

const directiveOf = (headers: RequestHeaders): "COPY" | "REPLACE" => {
  const directive = headers.get("x-amz-metadata-directive") ?? "COPY"
  if (directive !== "COPY" && directive !== "REPLACE")
    throw new S3Error("InvalidArgument", "Unknown metadata directive.")
  return directive
}

const checksumOf = async (store: Store, source: Version, wanted: string | undefined): Promise<Checksum> => {
  const { checksum } = source.content
  const algorithm = wanted === undefined ? checksum.algorithm : parseAlgorithm(wanted)
  if (algorithm === checksum.algorithm && checksum.type === "FULL_OBJECT") return checksum
  const sum = startSumming(algorithm)
  for await (const chunk of store.blobs.read(source.blob)) sum.update(chunk)
  return { algorithm, value: await sum.base64(), type: "FULL_OBJECT" }
}

/** The copy shares the source's blob, which never changes. Its ETag is that of one whole upload. */
export const copyObject = async (call: Call): Promise<void> => {
  const { res, store, target, headers } = call
  const bucket = getBucket(store, target.bucket)
  const source = sourceOf(store, headers.get("x-amz-copy-source") ?? "")
  requireCopySource(headers, source)
  const directive = directiveOf(headers)
  if (directive === "COPY" && source.seq === findVersion(store, bucket.name, target.key)?.seq)
    throw new S3Error(
      "InvalidRequest",
      "This copy request is illegal because it is trying to copy an object to itself.",
    )
  const content: Content = {
    ...source.content,
    etag: source.content.md5Hex,
    checksum: await checksumOf(store, source, headers.get("x-amz-checksum-algorithm")),
    headers: directive === "COPY" ? source.content.headers : keptHeaders(headers),
  }
  const condition = writeCondition(headers)
  const version = commitVersion(
    store,
    {
      bucket,
      key: target.key,
      blob: source.blob,
      content,
      lock: lockOf(headers, bucket),
      by: "Copy",
      requestId: requestIdOf(res),
    },
    (present) => {
      condition(present)
      const still = getVersion(store, source.bucket, source.key, source.versionId)
      if (still.seq !== source.seq)
        throw new S3Error("PreconditionFailed", "The source changed during the copy.")
    },
  )
  const { etag, ...created } = createdHeaders(version)
  const name = headerOf(content.checksum.algorithm)
  sendXml(
    res,
    200,
    "CopyObjectResult",
    {
      ETag: etag,
      LastModified: version.modifiedAt,
      [`Checksum${content.checksum.algorithm}`]: content.checksum.value,
      ChecksumType: content.checksum.type,
    },
    { ...created, [name]: undefined, "x-amz-checksum-type": undefined, ...copiedFrom(source) },
  )
}

const copiedFrom = ({ versionId }: Version) =>
  versionId === "null" ? {} : { "x-amz-copy-source-version-id": versionId }
