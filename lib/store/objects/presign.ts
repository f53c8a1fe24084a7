import { GetObjectCommand } from "@aws-sdk/client-s3"
import { createPresignedPost } from "@aws-sdk/s3-presigned-post"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { checksumHeader, toBase64 } from "./checksum"
import { objectAt, s3 } from "./client"

type PermittedForm = {
  /** S3 puts the file's own name in the place of `${filename}`. */
  readonly key: string
  readonly sizeBytesMin: number
  readonly sizeBytesMax: number
  /** Hex. */
  readonly sha256?: string
  /** Where a browser goes on to after sending; without it the store answers 201. */
  readonly redirectTo?: string
  readonly secondsMax: number
}

/**
 * The permission to send one file by a form: the form's address, and the fields to stand before the file. The store
 * refuses another size or hash.
 */
export const presignForm = async (
  form: PermittedForm,
): Promise<{ url: string; fields: Record<string, string> }> => {
  const fields: Record<string, string> = form.redirectTo
    ? { success_action_redirect: form.redirectTo }
    : { success_action_status: "201" }
  if (form.sha256) fields[checksumHeader] = toBase64(form.sha256)
  return createPresignedPost(s3, {
    ...objectAt(form.key),
    Expires: form.secondsMax,
    Fields: fields,
    Conditions: [["content-length-range", form.sizeBytesMin, form.sizeBytesMax]],
  })
}

/** The origin that forms are sent to. */
export const formOrigin = async (): Promise<string> => {
  const { url } = await createPresignedPost(s3, objectAt("any"))
  return new URL(url).origin
}

/** A link by which an object is downloaded, and never shown, under this file name. */
export const presignDownload = (key: string, fileName: string, secondsMax: number): Promise<string> => {
  const command = new GetObjectCommand({
    ...objectAt(key),
    ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    ResponseContentType: "application/octet-stream",
  })
  return getSignedUrl(s3, command, { expiresIn: secondsMax })
}
