import type { S3Request } from "../http/request"
import { S3Error } from "../protocol/errors"
import { getBucket } from "../store/buckets"
import { getUpload, type Upload } from "../store/multipart-uploads"

/** The multipart upload that a request is about. @throws S3Error NoSuchBucket, NoSuchUpload */
export const requestedUpload = ({ store, target }: S3Request): Upload => {
  const bucket = getBucket(store, target.bucket)
  return getUpload(store, bucket.name, target.key, target.query.get("uploadId"))
}

/** Uploads whose parts are being joined: until that ends, none of them may change. */
const completing = new Set<string>()

/** @throws S3Error OperationAborted */
export const requireNotCompleting = ({ uploadId }: Upload): void => {
  if (completing.has(uploadId)) throw new S3Error("OperationAborted")
}

/** Keeps the upload as it is while `work` runs. @throws S3Error OperationAborted when it is being completed already */
export const whileCompleting = async <T>(upload: Upload, work: () => Promise<T>): Promise<T> => {
  requireNotCompleting(upload)
  completing.add(upload.uploadId)
  try {
    return await work()
  } finally {
    completing.delete(upload.uploadId)
  }
}
