import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandInput,
} from "@aws-sdk/client-s3"
import { toBase64 } from "./checksum"
import { inBucket, objectAt, s3 } from "./client"
import { orFailure } from "./failure"
import type { MultipartUpload, StoredPart } from "./parts"

type ListedUpload = MultipartUpload & { readonly createdAt: string }

const listPage = async (asked: Omit<ListMultipartUploadsCommandInput, "Bucket">) => {
  const { Uploads = [], ...page } = await s3.send(
    new ListMultipartUploadsCommand({ ...inBucket(), ...asked }),
  )
  const uploads = Uploads.flatMap(({ Key, UploadId, Initiated }): ListedUpload[] =>
    Key && UploadId && Initiated
      ? [{ key: Key, uploadId: UploadId, createdAt: Initiated.toISOString() }]
      : [],
  )
  return { ...page, uploads }
}

/** The unfinished uploads whose keys begin with this prefix. */
export async function* listMultiparts(prefix: string): AsyncGenerator<ListedUpload> {
  for (let page = await listPage({ Prefix: prefix }); ; ) {
    yield* page.uploads
    if (!page.IsTruncated) return
    const after = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
    page = await listPage({ Prefix: prefix, ...after })
  }
}

/** The unfinished upload to this very key; of several the oldest, so that two senders go on with the same. */
export const findMultipart = async (key: string): Promise<MultipartUpload | undefined> => {
  const { uploads } = await listPage({ Prefix: key, MaxUploads: 10 })
  return uploads.find((upload) => upload.key === key)
}

export const createMultipart = async (key: string): Promise<MultipartUpload> => {
  const { UploadId = "" } = await s3.send(
    new CreateMultipartUploadCommand({ ...objectAt(key), ChecksumAlgorithm: "SHA256" }),
  )
  return { key, uploadId: UploadId }
}

/**
 * Makes an object of these parts, unless there is one under the key.
 * @returns `not-needed` when another completed or aborted the upload, or is just completing it
 */
export const completeMultipart = async (
  { key, uploadId }: MultipartUpload,
  parts: readonly StoredPart[],
  sizeBytes: number,
): Promise<"completed" | "not-needed"> => {
  const Parts = parts.map(({ number, sha256, eTag }) => ({
    PartNumber: number,
    ETag: eTag,
    ChecksumSHA256: toBase64(sha256),
  }))
  const completed = s3.send(
    new CompleteMultipartUploadCommand({
      ...objectAt(key),
      UploadId: uploadId,
      MultipartUpload: { Parts },
      MpuObjectSize: sizeBytes,
      IfNoneMatch: "*",
    }),
  )
  const answer = await orFailure(completed, "uploadGone", "conditionFailed", "writtenByAnother")
  return typeof answer === "string" ? "not-needed" : "completed"
}

/** Done twice, the second changes nothing. */
export const abortMultipart = async ({ key, uploadId }: MultipartUpload): Promise<void> => {
  const aborted = s3.send(new AbortMultipartUploadCommand({ ...objectAt(key), UploadId: uploadId }))
  await orFailure(aborted, "uploadGone")
}
