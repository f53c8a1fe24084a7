import type { S3Request } from "../http/request"
import { sendXml } from "../http/response"
import { listParts as storedParts } from "../store/multipart-uploads"
import { countParameter, pageSize } from "./count-parameter"
import { requestedUpload } from "./requested-upload"

export const listParts = async (request: S3Request): Promise<void> => {
  const { res, store, target } = request
  const { uploadId, bucket, key, settings } = requestedUpload(request)
  const limit = pageSize(target, "max-parts")
  const marker = countParameter(target, "part-number-marker") ?? 0
  const found = storedParts(store, uploadId).filter(({ number }) => number > marker)
  const page = found.slice(0, limit)
  sendXml(res, 200, "ListPartsResult", {
    Bucket: bucket,
    Key: key,
    UploadId: uploadId,
    PartNumberMarker: marker,
    NextPartNumberMarker: page.at(-1)?.number ?? 0,
    MaxParts: limit,
    IsTruncated: found.length > limit,
    StorageClass: "STANDARD",
    ChecksumAlgorithm: settings.algorithm,
    ChecksumType: settings.type,
    Part: page.map(({ number, modifiedAt, content: { md5Hex, sizeBytes, checksum } }) => ({
      PartNumber: number,
      LastModified: modifiedAt,
      ETag: `"${md5Hex}"`,
      Size: sizeBytes,
      [`Checksum${checksum.algorithm}`]: checksum.value,
    })),
  })
}
