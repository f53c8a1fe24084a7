import { ListPartsCommand, type ListPartsCommandInput, UploadPartCommand } from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { checksumHeader, toBase64, toHex } from "./checksum"
import { objectAt, s3 } from "./client"
import { orFailure } from "./failure"

/** An upload in parts that is neither completed nor aborted. */
export type MultipartUpload = { readonly key: string; readonly uploadId: string }

export type StoredPart = {
  /** From 1. */
  readonly number: number
  readonly sizeBytes: number
  /** Hex. */
  readonly sha256: string
  readonly eTag: string
}

/** The parts that have come; none of an upload that is gone. */
export const listParts = async ({ key, uploadId }: MultipartUpload): Promise<StoredPart[]> => {
  // Not by the SDK's paginator: it asks on while it is given a marker, and S3 always gives one.
  const parts: StoredPart[] = []
  const asked: ListPartsCommandInput = { ...objectAt(key), UploadId: uploadId }
  for (let marker: string | undefined; ; ) {
    const command = new ListPartsCommand({ ...asked, PartNumberMarker: marker })
    const page = await orFailure(s3.send(command), "uploadGone")
    if (page === "uploadGone") return []
    for (const { PartNumber = 0, Size = 0, ETag = "", ChecksumSHA256 = "" } of page.Parts ?? [])
      parts.push({ number: PartNumber, sizeBytes: Size, sha256: toHex(ChecksumSHA256), eTag: ETag })
    if (!page.IsTruncated) return parts
    marker = page.NextPartNumberMarker
  }
}

type PermittedPart = Omit<StoredPart, "eTag">

/**
 * The permission to send exactly this part. Size and SHA-256 are signed headers: the store refuses other bytes,
 * while it ignores a checksum in the address itself.
 */
export const presignPart = async (
  { key, uploadId }: MultipartUpload,
  { number, sizeBytes, sha256 }: PermittedPart,
  secondsMax: number,
): Promise<{ url: string; headers: Record<string, string> }> => {
  const checksum = toBase64(sha256)
  const command = new UploadPartCommand({
    ...objectAt(key),
    UploadId: uploadId,
    PartNumber: number,
    ContentLength: sizeBytes,
    ChecksumSHA256: checksum,
  })
  const url = await getSignedUrl(s3, command, {
    expiresIn: secondsMax,
    unhoistableHeaders: new Set([checksumHeader]),
  })
  return { url, headers: { [checksumHeader]: checksum } }
}
