import type { S3Request } from "../http/request"
import { sendXml } from "../http/response"
import { getBucket } from "../store/buckets"
import { listUploads, type Upload } from "../store/multipart-uploads"
import { pageSize } from "./count-parameter"

/** Without an upload id the marker stands for all uploads of its key. */
const afterMarker = (uploads: readonly Upload[], key: string, uploadId: string | undefined): Upload[] => {
  if (uploadId === undefined) return uploads.filter((upload) => key === "" || upload.key !== key)
  return uploads.slice(uploads.findIndex((upload) => upload.key === key && upload.uploadId === uploadId) + 1)
}

/** The uploads that nobody has completed or aborted: by key, and for one key the oldest first. */
export const listMultipartUploads = async ({ res, store, target }: S3Request): Promise<void> => {
  const bucket = getBucket(store, target.bucket)
  const prefix = target.query.get("prefix") ?? ""
  const limit = pageSize(target, "max-uploads")
  const keyMarker = target.query.get("key-marker") ?? ""
  const idMarker = target.query.get("upload-id-marker")

  const found = afterMarker(listUploads(store, bucket.name, prefix, keyMarker), keyMarker, idMarker)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const isTruncated = found.length > limit
  const next = isTruncated && last ? last : undefined
  sendXml(res, 200, "ListMultipartUploadsResult", {
    Bucket: bucket.name,
    Prefix: prefix,
    KeyMarker: keyMarker,
    UploadIdMarker: idMarker ?? "",
    NextKeyMarker: next?.key,
    NextUploadIdMarker: next?.uploadId,
    MaxUploads: limit,
    IsTruncated: isTruncated,
    Upload: page.map(({ key, uploadId, settings }) => ({
      Key: key,
      UploadId: uploadId,
      Initiated: settings.initiatedAt,
      StorageClass: "STANDARD",
      ChecksumAlgorithm: settings.algorithm,
      ChecksumType: settings.type,
    })),
  })
}
