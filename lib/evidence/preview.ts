import type { Readable } from "node:stream"
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3"
import { setting } from "@/lib/kernel/config"
import { log } from "@/lib/kernel/log"
import { s3 } from "@/lib/store/bucket"
import { previewKey, sealedKey } from "./evidence"

const previewPixelsMax = 1_600
const originalPixelsMax = 100_000_000
const originalBytesMax = 50 * 1024 ** 2

type Ids = { readonly tipId: string; readonly evidenceId: string }

/**
 * Makes the copy that people look at: decoded and encoded anew, without metadata, in bounded size.
 * @returns whether there is one; an image that does not decode has none, which is no failure
 */
export const makePreview = async (
  ids: Ids,
  stored: { type: string; sizeBytes: number },
): Promise<boolean> => {
  if (!stored.type.startsWith("image/") || stored.sizeBytes > originalBytesMax) return false
  const Bucket = setting("EVIDENCE_BUCKET")
  const original = await s3.send(new GetObjectCommand({ Bucket, Key: sealedKey(ids) }))
  const bytes = await new Response(original.Body?.transformToWebStream()).arrayBuffer()
  const image = await reencoded(Buffer.from(bytes)).catch((error: unknown) => {
    log.warn({ ...ids, error: String(error) }, "no preview")
    return undefined
  })
  if (!image) return false
  await s3.send(
    new PutObjectCommand({ Bucket, Key: previewKey(ids), Body: image, ContentType: "image/webp" }),
  )
  return true
}

const reencoded = async (bytes: Buffer) => {
  const { default: sharp } = await import("sharp")
  return sharp(bytes, { limitInputPixels: originalPixelsMax, failOn: "error" })
    .rotate()
    .resize({ width: previewPixelsMax, height: previewPixelsMax, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()
}

/** The bytes of the sanitised copy (image/webp). Only for callers that were let see the tip. */
export const previewOf = async (ids: Ids): Promise<Readable | undefined> => {
  const object = await s3
    .send(new GetObjectCommand({ Bucket: setting("EVIDENCE_BUCKET"), Key: previewKey(ids) }))
    .catch((error: unknown) => {
      if (error instanceof Error && error.name === "NoSuchKey") return undefined
      throw error
    })
  return object?.Body as Readable | undefined
}
