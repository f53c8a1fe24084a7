import { parseIntegrity } from "../body/integrity"
import { putBytesMax } from "../body/request-body"
import { storeBody } from "../body/store-body"
import { openUploadForm, type UploadForm } from "../body/upload-form"
import type { UnverifiedRequest } from "../http/request"
import { requestIdOf, sendEmpty, sendXml } from "../http/response"
import { requireSupportedHeaders } from "../http/supported-headers"
import { createdHeaders, headersToStore } from "../object/object-headers"
import { requestedRetention } from "../object/object-lock"
import { S3Error } from "../protocol/errors"
import type { FormFields, SizeRange } from "../signature/post-policy"
import { verifyForm } from "../signature/verify-form"
import { getBucket } from "../store/buckets"
import { commitVersion } from "../store/commit-version"
import type { Version } from "../store/version"

const keyBytesMax = 1024

/** `${filename}` stands for the browser's own name of the file. */
const withKey = ({ fields, fileName }: UploadForm): FormFields => {
  const template = fields.get("key")
  if (!template) throw new S3Error("InvalidArgument", "Bucket POST must contain a field named 'key'.")
  const key = template.replaceAll("${filename}", () => fileName)
  if (Buffer.byteLength(key) > keyBytesMax) throw new S3Error("KeyTooLongError")
  return new Map([...fields, ["key", key]])
}

const unsupportedFields = ["acl", "tagging", "redirect", "x-amz-security-token"]

const requireSupportedFields = (fields: FormFields) => {
  const found = unsupportedFields.find((name) => fields.has(name))
  if (found) throw new S3Error("NotImplemented", `The form field ${found} is not implemented.`)
  requireSupportedHeaders(
    [...fields.keys()].filter((name) => !/^x-amz-(algorithm|credential|signature)$/.test(name)),
  )
}

const storeFile = async (
  { store, target, res }: UnverifiedRequest,
  fields: FormFields,
  { chunks }: UploadForm,
  { sizeBytesMin, sizeBytesMax }: SizeRange,
): Promise<Version> => {
  const bucket = getBucket(store, target.bucket)
  const headers = headersToStore(fields)
  const retention = requestedRetention(fields, bucket)
  const { blob, md5Hex, sizeBytes, checksum } = await storeBody(store.blobs, {
    chunks,
    integrity: parseIntegrity(fields),
    trailers: new Map(),
    sizeBytesMin,
    sizeBytesMax: Math.min(sizeBytesMax, putBytesMax),
  })
  const content = { sizeBytes, etag: md5Hex, md5Hex, checksum, headers }
  const created = { bucket, key: fields.get("key") ?? "", blob, content, retention }
  return commitVersion(store, { ...created, createdBy: "Post", requestId: requestIdOf(res) }, () => {})
}

/** The page that the browser goes on to, told of the object in its query. */
const redirectOf = (fields: FormFields, { bucket, key, content }: Version): string | undefined => {
  const text = fields.get("success_action_redirect")
  if (!text || !URL.canParse(text)) return undefined
  const url = new URL(text)
  for (const [name, value] of Object.entries({ bucket, key, etag: `"${content.etag}"` }))
    url.searchParams.append(name, value)
  return url.href
}

const respond = ({ req, res }: UnverifiedRequest, fields: FormFields, version: Version) => {
  const { bucket, key, content } = version
  const redirect = redirectOf(fields, version)
  if (redirect) return sendEmpty(res, 303, { ...createdHeaders(version), location: redirect })
  const path = key.split("/").map(encodeURIComponent).join("/")
  const location = `http://${req.headers.host}/${bucket}/${path}`
  const headers = { ...createdHeaders(version), location }
  const status = fields.get("success_action_status")
  if (status !== "201") return sendEmpty(res, status === "200" ? 200 : 204, headers)
  const body = { Location: location, Bucket: bucket, Key: key, ETag: `"${content.etag}"` }
  sendXml(res, 201, "PostResponse", body, headers)
}

/** A browser's form: the signed policy among its fields says who may send what. */
export const postObject = async (request: UnverifiedRequest): Promise<void> => {
  const { target, accepted } = request
  getBucket(request.store, target.bucket)
  const form = await openUploadForm(request.req)
  try {
    const fields = withKey(form)
    const sizes = verifyForm(target.bucket, fields, accepted)
    requireSupportedFields(fields)
    respond(request, fields, await storeFile(request, fields, form, sizes))
  } catch (error) {
    form.abandon()
    throw error
  }
}
