import { readXmlBody } from "../body/store-body"
import { bodyOf, type S3Request } from "../http/request"
import { requestIdOf, sendXml } from "../http/response"
import { writeCondition } from "../object/conditional-headers"
import { versionHeader } from "../object/object-headers"
import { algorithms, checksumHeader } from "../protocol/checksum"
import { S3Error } from "../protocol/errors"
import type { RequestHeaders } from "../protocol/headers"
import { getBucket } from "../store/buckets"
import { commitVersion, type WriteCondition } from "../store/commit-version"
import { listParts, removeUpload, type Upload } from "../store/multipart-uploads"
import type { Version } from "../store/version"
import { findCurrentVersion } from "../store/versions"
import { type CompletedPart, parseCompletedParts, selectParts } from "./completed-parts"
import { type JoinedParts, joinParts } from "./join-parts"
import { requestedUpload, whileCompleting } from "./requested-upload"

/** The checksum headers of this call are about the whole object, not about the XML that it carries. */
const readPartList = async (request: S3Request): Promise<CompletedPart[]> => {
  const checksums = new Set(algorithms.map(checksumHeader))
  const headers = new Map([...request.headers].filter(([name]) => !checksums.has(name)))
  const document = await readXmlBody(bodyOf({ ...request, headers }), "CompleteMultipartUpload")
  return parseCompletedParts(document)
}

const requireStatedDigests = (headers: RequestHeaders, { checksum, sizeBytes }: JoinedParts) => {
  const stated = headers.get(checksumHeader(checksum.algorithm))
  if (stated !== undefined && stated !== checksum.value)
    throw new S3Error(
      "BadDigest",
      `The ${checksum.algorithm} you specified did not match the calculated checksum.`,
    )
  const size = headers.get("x-amz-mp-object-size")
  if (size !== undefined && Number(size) !== sizeBytes)
    throw new S3Error(
      "InvalidRequest",
      "The provided 'x-amz-mp-object-size' header value does not match what was computed",
    )
}

const complete = async (
  { res, store, headers }: S3Request,
  upload: Upload,
  listed: readonly CompletedPart[],
  condition: WriteCondition,
): Promise<Version> => {
  const { key, settings } = upload
  const parts = selectParts(listed, listParts(store, upload.uploadId), upload)
  const joined = await joinParts(store, parts, upload)
  const { blob, ...digests } = joined
  return commitVersion(
    store,
    {
      bucket: getBucket(store, upload.bucket),
      key,
      blob,
      content: { ...digests, headers: settings.headers },
      retention: settings.lock.retention,
      createdBy: "CompleteMultipartUpload",
      requestId: requestIdOf(res),
    },
    (current) => {
      requireStatedDigests(headers, joined)
      condition(current)
    },
    () => removeUpload(store, upload),
  )
}

export const completeMultipartUpload = async (request: S3Request): Promise<void> => {
  const { req, res, store, target, headers } = request
  const upload = requestedUpload(request)
  const condition = writeCondition(headers)
  const listed = await readPartList(request)
  condition(findCurrentVersion(store, upload.bucket, upload.key))
  const version = await whileCompleting(upload, () => complete(request, upload, listed, condition))
  const { etag, checksum } = version.content
  sendXml(
    res,
    200,
    "CompleteMultipartUploadResult",
    {
      Location: `http://${req.headers.host}${target.path}`,
      Bucket: version.bucket,
      Key: version.key,
      ETag: `"${etag}"`,
      [`Checksum${checksum.algorithm}`]: checksum.value,
      ChecksumType: checksum.type,
    },
    versionHeader(version),
  )
}
