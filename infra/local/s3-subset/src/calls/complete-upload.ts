import { createHash } from "node:crypto"
import { requestIdOf, sendXml } from "../answer"
import { algorithms, type Checksum, composite, headerOf } from "../body/checksum"
import type { RequestHeaders } from "../body/integrity"
import { type Received, receive, receiveXml } from "../body/receive"
import { bodyOfCall, type Call } from "../call"
import { writeCondition } from "../conditions"
import { S3Error } from "../errors"
import { createdHeaders } from "../object-headers"
import { getBucket } from "../store/buckets"
import { commitVersion } from "../store/commit-version"
import type { Store } from "../store/store"
import { getUpload, listParts, type Part, removeUpload, type Upload } from "../store/uploads"
import { findVersion } from "../store/versions"
import { type Listed, parseListed, partsListed } from "./listed-parts"

const objectBytesMax = 5 * 1024 ** 4

/** Uploads whose parts are being joined: until that ends, none of them may change. */
const joining = new Set<string>()

/** @throws S3Error OperationAborted */
export const requireNotJoining = ({ uploadId }: Upload): void => {
  if (joining.has(uploadId)) throw new S3Error("OperationAborted")
}

async function* bytesOf(store: Store, parts: readonly Part[]): AsyncGenerator<Buffer> {
  for (const { blob } of parts) yield* store.blobs.read(blob)
}

const join = (store: Store, parts: readonly Part[], { plan }: Upload): Promise<Received> =>
  receive(store.blobs, {
    chunks: bytesOf(store, parts),
    integrity: { checksum: { algorithm: plan.algorithm, trailer: false } },
    trailers: new Map(),
    sizeBytes: parts.reduce((sum, { content }) => sum + content.sizeBytes, 0),
    sizeBytesMin: 0,
    sizeBytesMax: objectBytesMax,
  })

const checksumOf = async (whole: Checksum, parts: readonly Part[], { plan }: Upload): Promise<Checksum> =>
  plan.type === "FULL_OBJECT"
    ? whole
    : composite(
        plan.algorithm,
        parts.map(({ content }) => content.checksum.value),
      )

const etagOf = (parts: readonly Part[]): string => {
  const md5 = createHash("md5")
  for (const { content } of parts) md5.update(Buffer.from(content.md5Hex, "hex"))
  return `${md5.digest("hex")}-${parts.length}`
}

const requireStated = (headers: RequestHeaders, checksum: Checksum, sizeBytes: number) => {
  const stated = headers.get(headerOf(checksum.algorithm))
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

/** The headers of this call speak of the whole object, so they say nothing of the XML that it carries. */
const listedIn = async (call: Call): Promise<Listed[]> => {
  const own = new Map(
    [...call.headers].filter(([name]) => !algorithms.some((each) => headerOf(each) === name)),
  )
  return parseListed(await receiveXml(bodyOfCall({ ...call, headers: own }), "CompleteMultipartUpload"))
}

export const completeUpload = async (call: Call): Promise<void> => {
  const { res, store, target, headers } = call
  const bucket = getBucket(store, target.bucket)
  const upload = getUpload(store, bucket.name, target.key, target.query.get("uploadId"))
  const condition = writeCondition(headers)
  const listed = await listedIn(call)
  condition(findVersion(store, bucket.name, target.key))
  requireNotJoining(upload)
  joining.add(upload.uploadId)
  try {
    const parts = partsListed(listed, listParts(store, upload), upload)
    const { blob, sizeBytes, md5Hex, checksum: whole } = await join(store, parts, upload)
    const checksum = await checksumOf(whole, parts, upload)
    const { plan, key } = upload
    const content = { sizeBytes, etag: etagOf(parts), md5Hex, checksum, headers: plan.headers }
    const draft = {
      bucket,
      key,
      blob,
      content,
      lock: plan.lock,
      by: "CompleteMultipartUpload",
      requestId: requestIdOf(res),
    } as const
    const version = commitVersion(
      store,
      draft,
      (present) => {
        requireStated(headers, checksum, sizeBytes)
        condition(present)
      },
      () => removeUpload(store, upload),
    )
    const { etag, ...created } = createdHeaders(version)
    sendXml(
      res,
      200,
      "CompleteMultipartUploadResult",
      {
        Location: `http://${call.req.headers.host}${target.path}`,
        Bucket: bucket.name,
        Key: key,
        ETag: etag,
        [`Checksum${checksum.algorithm}`]: checksum.value,
        ChecksumType: checksum.type,
      },
      { ...created, [headerOf(checksum.algorithm)]: undefined, "x-amz-checksum-type": undefined },
    )
  } finally {
    joining.delete(upload.uploadId)
  }
}
