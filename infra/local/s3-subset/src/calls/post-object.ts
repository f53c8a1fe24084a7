import { requestIdOf, sendEmpty, sendXml } from "../answer"
import { putBytesMax } from "../body/body"
import { type Form, openForm } from "../body/form"
import { integrityOf } from "../body/integrity"
import { receive } from "../body/receive"
import type { Unproven } from "../call"
import { S3Error } from "../errors"
import { requireKnown } from "../known-headers"
import { createdHeaders, keptHeaders } from "../object-headers"
import { lockOf } from "../object-lock"
import { type Fields, type SizeRange, verifyPostPolicy } from "../signature/post-policy"
import { getBucket } from "../store/buckets"
import { commitVersion } from "../store/commit-version"
import type { Version } from "../store/version"

const unsupported = ["acl", "tagging", "redirect", "x-amz-security-token"]

/** `${filename}` stands for the browser's own name of the file. */
const withKey = ({ fields, fileName }: Form): Fields => {
  const key = fields.get("key")
  if (!key) throw new S3Error("InvalidArgument", "Bucket POST must contain a field named 'key'.")
  const named = key.replaceAll("${filename}", () => fileName)
  if (Buffer.byteLength(named) > 1024) throw new S3Error("KeyTooLongError")
  return new Map([...fields, ["key", named]])
}

const requireSupported = (fields: Fields) => {
  const found = unsupported.find((name) => fields.has(name))
  if (found) throw new S3Error("NotImplemented", `The form field ${found} is not implemented.`)
  requireKnown([...fields.keys()].filter((name) => !/^x-amz-(algorithm|credential|signature)$/.test(name)))
}

const keepFile = async ({ store, target, res }: Unproven, fields: Fields, form: Form, range: SizeRange) => {
  const bucket = getBucket(store, target.bucket)
  const [kept, lock, integrity] = [keptHeaders(fields), lockOf(fields, bucket), integrityOf(fields)]
  const body = { chunks: form.chunks, integrity, trailers: new Map<string, string>(), ...range }
  const { blob, md5Hex, sizeBytes, checksum } = await receive(store.blobs, body)
  const content = { sizeBytes, etag: md5Hex, md5Hex, checksum, headers: kept }
  const key = fields.get("key") ?? ""
  return commitVersion(
    store,
    { bucket, key, blob, content, lock, by: "Post", requestId: requestIdOf(res) },
    () => {},
  )
}

const redirectOf = (fields: Fields, version: Version): string | undefined => {
  const text = fields.get("success_action_redirect")
  if (!text || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const told = { bucket: version.bucket, key: version.key, etag: `"${version.content.etag}"` }
  for (const [name, value] of Object.entries(told)) url.searchParams.append(name, value)
  return url.href
}

const answer = ({ req, res }: Unproven, fields: Fields, version: Version) => {
  const redirect = redirectOf(fields, version)
  const path = version.key.split("/").map(encodeURIComponent).join("/")
  const location = `http://${req.headers.host}/${version.bucket}/${path}`
  const headers = { ...createdHeaders(version), location: redirect ?? location }
  if (redirect) return sendEmpty(res, 303, headers)
  const status = fields.get("success_action_status")
  if (status !== "201") return sendEmpty(res, status === "200" ? 200 : 204, headers)
  const { bucket, key, content } = version
  sendXml(
    res,
    201,
    "PostResponse",
    { Location: location, Bucket: bucket, Key: key, ETag: `"${content.etag}"` },
    headers,
  )
}

/** A browser's form: the signed policy among its fields says who may send what. */
export const postObject = async (request: Unproven): Promise<void> => {
  const { target, authority } = request
  getBucket(request.store, target.bucket)
  const form = await openForm(request.req)
  try {
    const fields = withKey(form)
    const range = verifyPostPolicy(target.bucket, fields, authority, putBytesMax)
    requireSupported(fields)
    answer(request, fields, await keepFile(request, fields, form, range))
  } catch (error) {
    form.abandon()
    throw error
  }
}
