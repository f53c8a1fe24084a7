// The store itself is the memory of what is coming in parts: no record of ours can disagree with it.
import {
  AbortMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  type ListPartsCommandInput,
  type ListPartsCommandOutput,
  NoSuchUpload,
  type Part,
  S3ServiceException,
} from "@aws-sdk/client-s3"
import { type Evidence, wholeKey } from "@/lib/evidence/evidence"
import { setting } from "@/lib/kernel/config"
import { s3 } from "@/lib/store/bucket"

/** An upload in parts that is neither completed nor aborted. */
export type Multipart = { readonly Bucket: string; readonly Key: string; readonly UploadId: string }

/** Two that began at once both go on with the older one. */
export const findMultipart = async (evidence: Evidence): Promise<Multipart | undefined> => {
  const [Bucket, Key] = [setting("EVIDENCE_BUCKET"), wholeKey(evidence)]
  const { Uploads = [] } = await s3.send(
    new ListMultipartUploadsCommand({ Bucket, Prefix: Key, MaxUploads: 10 }),
  )
  const UploadId = Uploads.find((upload) => upload.Key === Key)?.UploadId
  return UploadId ? { Bucket, Key, UploadId } : undefined
}

export const openMultipart = async (evidence: Evidence): Promise<Multipart> => {
  const found = await findMultipart(evidence)
  if (found) return found
  const [Bucket, Key] = [setting("EVIDENCE_BUCKET"), wholeKey(evidence)]
  const { UploadId = "" } = await s3.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ChecksumAlgorithm: "SHA256" }),
  )
  return (await findMultipart(evidence)) ?? { Bucket, Key, UploadId }
}

/** None of an upload that is gone. Not by the SDK's paginator, which never ends: it asks on while it is told a marker. */
export const partsOf = async (multipart: Multipart): Promise<Part[]> => {
  const parts: Part[] = []
  for (let PartNumberMarker: string | undefined; ; ) {
    const page = await listPage({ ...multipart, PartNumberMarker })
    parts.push(...(page?.Parts ?? []))
    if (!page?.IsTruncated) return parts
    PartNumberMarker = page.NextPartNumberMarker
  }
}

const listPage = async (asked: ListPartsCommandInput): Promise<ListPartsCommandOutput | undefined> => {
  try {
    return await s3.send(new ListPartsCommand(asked))
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

export const abortMultipart = async (multipart: Multipart): Promise<void> => {
  await s3.send(new AbortMultipartUploadCommand(multipart)).catch((error: unknown) => {
    if (!isGone(error)) throw error
  })
}

export const isGone = (error: unknown) =>
  error instanceof NoSuchUpload || (error instanceof S3ServiceException && error.name === "NoSuchUpload")
