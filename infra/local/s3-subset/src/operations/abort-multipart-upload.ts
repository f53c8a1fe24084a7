import type { S3Request } from "../http/request"
import { sendEmpty } from "../http/response"
import { transaction } from "../store/database"
import { removeUpload } from "../store/multipart-uploads"
import { removeUnreferenced } from "../store/store"
import { requestedUpload, requireNotCompleting } from "./requested-upload"

export const abortMultipartUpload = async (request: S3Request): Promise<void> => {
  const { res, store } = request
  const upload = requestedUpload(request)
  requireNotCompleting(upload)
  removeUnreferenced(
    store,
    transaction(store.database, () => removeUpload(store, upload)),
  )
  sendEmpty(res, 204)
}
