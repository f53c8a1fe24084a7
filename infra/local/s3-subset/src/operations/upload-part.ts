import { storeBody } from "../body/store-body"
import { bodyOf, type S3Request } from "../http/request"
import { sendEmpty } from "../http/response"
import { checksumHeader } from "../protocol/checksum"
import { S3Error } from "../protocol/errors"
import { putPart } from "../store/multipart-uploads"
import { removeUnreferenced } from "../store/store"
import { requestedUpload, requireNotCompleting } from "./requested-upload"

const partsMax = 10_000

const parsePartNumber = (text = ""): number => {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > partsMax)
    throw new S3Error("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive")
  return number
}

export const uploadPart = async (request: S3Request): Promise<void> => {
  const { res, store, target } = request
  const number = parsePartNumber(target.query.get("partNumber"))
  const upload = requestedUpload(request)
  const { algorithm, chosen } = upload.settings
  const body = bodyOf(request)
  const stated = body.integrity.checksum
  if (chosen && stated && stated.algorithm !== algorithm)
    throw new S3Error(
      "InvalidRequest",
      `Checksum Type mismatch occurred, expected checksum Type: ${algorithm}, actual checksum Type: ${stated.algorithm}`,
    )
  const checksum = stated ?? { algorithm, trailer: false }
  const { blob, ...digests } = await storeBody(store.blobs, {
    ...body,
    integrity: { ...body.integrity, checksum },
  })
  try {
    requireNotCompleting(upload)
  } catch (error) {
    removeUnreferenced(store, [blob])
    throw error
  }
  putPart(store, upload, number, blob, digests)
  sendEmpty(res, 200, {
    etag: `"${digests.md5Hex}"`,
    [checksumHeader(digests.checksum.algorithm)]: digests.checksum.value,
  })
}
