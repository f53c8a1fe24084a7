import { sendEmpty, sendXml } from "../answer"
import { type Algorithm, type Checksum, headerOf, parseAlgorithm } from "../body/checksum"
import type { RequestHeaders } from "../body/integrity"
import { receive } from "../body/receive"
import { bodyOfCall, type Call } from "../call"
import { S3Error } from "../errors"
import { keptHeaders } from "../object-headers"
import { lockOf } from "../object-lock"
import { getBucket } from "../store/buckets"
import { transaction } from "../store/database"
import { releaseBlobs } from "../store/store"
import {
  addUpload,
  getUpload,
  type Plan,
  listParts as partsOf,
  putPart,
  removeUpload,
  type Upload,
} from "../store/uploads"
import { requireNotJoining } from "./complete-upload"

const partsMax = 10_000

const checksumPlan = (headers: RequestHeaders): Pick<Plan, "algorithm" | "type" | "chosen"> => {
  const name = headers.get("x-amz-checksum-algorithm")
  const algorithm: Algorithm = name === undefined ? "CRC64NVME" : parseAlgorithm(name)
  const usual: Checksum["type"] = algorithm === "CRC64NVME" ? "FULL_OBJECT" : "COMPOSITE"
  const type = headers.get("x-amz-checksum-type") ?? usual
  if (type !== "FULL_OBJECT" && type !== "COMPOSITE")
    throw new S3Error("InvalidRequest", "Unknown checksum type.")
  if (type === "FULL_OBJECT" ? algorithm.startsWith("SHA") : algorithm === "CRC64NVME")
    throw new S3Error(
      "InvalidRequest",
      `The ${type} checksum type cannot be used with the ${algorithm} checksum algorithm.`,
    )
  return { algorithm, type, chosen: name !== undefined }
}

export const createUpload = async ({ res, store, target, headers }: Call): Promise<void> => {
  const bucket = getBucket(store, target.bucket)
  const checksum = checksumPlan(headers)
  const initiatedAt = new Date().toISOString()
  const plan = { headers: keptHeaders(headers), lock: lockOf(headers, bucket), ...checksum, initiatedAt }
  const uploadId = addUpload(store, bucket.name, target.key, plan)
  const said = { "x-amz-checksum-algorithm": checksum.algorithm, "x-amz-checksum-type": checksum.type }
  sendXml(
    res,
    200,
    "InitiateMultipartUploadResult",
    { Bucket: bucket.name, Key: target.key, UploadId: uploadId },
    said,
  )
}

const uploadOf = ({ store, target }: Call): Upload => {
  const bucket = getBucket(store, target.bucket)
  return getUpload(store, bucket.name, target.key, target.query.get("uploadId"))
}

const partNumberOf = (text = ""): number => {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > partsMax)
    throw new S3Error("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive")
  return number
}

export const uploadPart = async (call: Call): Promise<void> => {
  const { res, store, target } = call
  const number = partNumberOf(target.query.get("partNumber"))
  const upload = uploadOf(call)
  const body = bodyOfCall(call)
  const { algorithm, chosen } = upload.plan
  const stated = body.integrity.checksum
  if (chosen && stated && stated.algorithm !== algorithm)
    throw new S3Error(
      "InvalidRequest",
      `Checksum Type mismatch occurred, expected checksum Type: ${algorithm}, actual checksum Type: ${stated.algorithm}`,
    )
  const planned = stated ?? { algorithm, trailer: false }
  const { blob, ...digests } = await receive(store.blobs, {
    ...body,
    integrity: { ...body.integrity, checksum: planned },
  })
  try {
    requireNotJoining(upload)
  } catch (error) {
    releaseBlobs(store, [blob])
    throw error
  }
  putPart(store, upload, number, blob, digests)
  sendEmpty(res, 200, {
    etag: `"${digests.md5Hex}"`,
    [headerOf(digests.checksum.algorithm)]: digests.checksum.value,
  })
}

export const listParts = async (call: Call): Promise<void> => {
  const { query } = call.target
  const upload = uploadOf(call)
  const numberOf = (name: string, otherwise: number) => {
    const text = query.get(name)
    if (text !== undefined && !/^\d{1,9}$/.test(text))
      throw new S3Error("InvalidArgument", `${name} must be a number from 0 on.`)
    return text === undefined ? otherwise : Number(text)
  }
  const limit = Math.min(numberOf("max-parts", 1000), 1000)
  const marker = numberOf("part-number-marker", 0)
  const found = partsOf(call.store, upload).filter(({ number }) => number > marker)
  const page = found.slice(0, limit)
  sendXml(call.res, 200, "ListPartsResult", {
    Bucket: upload.bucket,
    Key: upload.key,
    UploadId: upload.uploadId,
    PartNumberMarker: marker,
    NextPartNumberMarker: page.at(-1)?.number ?? 0,
    MaxParts: limit,
    IsTruncated: found.length > limit,
    StorageClass: "STANDARD",
    ChecksumAlgorithm: upload.plan.algorithm,
    ChecksumType: upload.plan.type,
    Part: page.map(({ number, modifiedAt, content: { md5Hex, sizeBytes, checksum } }) => ({
      PartNumber: number,
      LastModified: modifiedAt,
      ETag: `"${md5Hex}"`,
      Size: sizeBytes,
      [`Checksum${checksum.algorithm}`]: checksum.value,
    })),
  })
}

export const abortUpload = async (call: Call): Promise<void> => {
  const upload = uploadOf(call)
  requireNotJoining(upload)
  releaseBlobs(
    call.store,
    transaction(call.store.database, () => removeUpload(call.store, upload)),
  )
  sendEmpty(call.res, 204)
}
