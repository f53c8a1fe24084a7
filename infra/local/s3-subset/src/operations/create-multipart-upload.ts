import type { S3Request } from "../http/request"
import { sendXml } from "../http/response"
import { headersToStore } from "../object/object-headers"
import { requestedRetention } from "../object/object-lock"
import { type Algorithm, type Checksum, parseAlgorithm } from "../protocol/checksum"
import { S3Error } from "../protocol/errors"
import type { RequestHeaders } from "../protocol/headers"
import { getBucket } from "../store/buckets"
import { addUpload, type UploadSettings } from "../store/multipart-uploads"

const checksumSettings = (headers: RequestHeaders): Pick<UploadSettings, "algorithm" | "type" | "chosen"> => {
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

export const createMultipartUpload = async (request: S3Request): Promise<void> => {
  const { res, store, target, headers } = request
  const bucket = getBucket(store, target.bucket)
  const checksum = checksumSettings(headers)
  const retention = requestedRetention(headers, bucket)
  const uploadId = addUpload(store, bucket.name, target.key, {
    headers: headersToStore(headers),
    lock: retention ? { retention } : {},
    ...checksum,
    initiatedAt: new Date().toISOString(),
  })
  sendXml(
    res,
    200,
    "InitiateMultipartUploadResult",
    { Bucket: bucket.name, Key: target.key, UploadId: uploadId },
    { "x-amz-checksum-algorithm": checksum.algorithm, "x-amz-checksum-type": checksum.type },
  )
}
