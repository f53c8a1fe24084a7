import { sendXml } from "../answer"
import type { Call } from "../call"
import { S3Error } from "../errors"
import { getBucket } from "../store/buckets"
import { listUploads as uploadsOf } from "../store/uploads"

const uploadsMax = 1000

/** The uploads that nobody has completed or aborted: by key, and for one key the oldest first. */
export const listUploads = async ({ res, store, target }: Call): Promise<void> => {
  const bucket = getBucket(store, target.bucket)
  const { query } = target
  const prefix = query.get("prefix") ?? ""
  const text = query.get("max-uploads") ?? String(uploadsMax)
  if (!/^\d{1,9}$/.test(text)) throw new S3Error("InvalidArgument", "max-uploads must be a number from 0 on.")
  const limit = Math.min(Number(text), uploadsMax)
  const [keyMarker, idMarker] = [query.get("key-marker") ?? "", query.get("upload-id-marker")]
  const all = uploadsOf(store, bucket.name, prefix).filter(({ key }) =>
    idMarker === undefined ? key > keyMarker : key >= keyMarker,
  )
  const marked = all.findIndex(({ key, uploadId }) => key === keyMarker && uploadId === idMarker)
  const found = all.slice(marked + 1)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const isTruncated = found.length > limit
  sendXml(res, 200, "ListMultipartUploadsResult", {
    Bucket: bucket.name,
    Prefix: prefix,
    KeyMarker: keyMarker,
    UploadIdMarker: idMarker ?? "",
    ...(isTruncated && last ? { NextKeyMarker: last.key, NextUploadIdMarker: last.uploadId } : {}),
    MaxUploads: limit,
    IsTruncated: isTruncated,
    Upload: page.map(({ key, uploadId, plan }) => ({
      Key: key,
      UploadId: uploadId,
      Initiated: plan.initiatedAt,
      StorageClass: "STANDARD",
      ChecksumAlgorithm: plan.algorithm,
      ChecksumType: plan.type,
    })),
  })
}
