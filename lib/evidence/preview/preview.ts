import type { Readable } from "node:stream"
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3"
import { previewKey, sealedKey } from "@/lib/evidence/evidence"
import { setting } from "@/lib/kernel/config"
import { log } from "@/lib/kernel/log"
import { s3 } from "@/lib/store/bucket"
import { filmFrame } from "./film"
import { pdfPages } from "./pdf-pages"
import { reencoded, stacked } from "./picture"

const wholeBytesMax = 50 * 1024 ** 2
/** Of a longer film its beginning is tried: enough for those whose index stands there. */
const filmBytesMax = 100 * 1024 ** 2

type Ids = { readonly tipId: string; readonly evidenceId: string }
type Stored = { readonly type: string; readonly sizeBytes: number }

const drawingOf = ({ type, sizeBytes }: Stored) => {
  if (type.startsWith("video/"))
    return async (bytes: Buffer) => reencoded(Buffer.from(await filmFrame(bytes, type)), "image/png")
  if (sizeBytes > wholeBytesMax) return undefined
  if (type === "application/pdf") return async (bytes: Buffer) => stacked(await pdfPages(bytes))
  return type.startsWith("image/") ? (bytes: Buffer) => reencoded(bytes, type) : undefined
}

/**
 * Makes the copy that people look at: decoded and drawn anew, without metadata, in bounded size. Of a PDF, its first
 * pages in one picture; of a film, one picture.
 * @returns whether there is one; a file that cannot be drawn within the limits has none, which is no failure
 */
export const makePreview = async ({ tipId, evidenceId }: Ids, stored: Stored): Promise<boolean> => {
  const draw = drawingOf(stored)
  if (!draw) return false
  const Bucket = setting("EVIDENCE_BUCKET")
  const original = await s3.send(
    new GetObjectCommand({
      Bucket,
      Key: sealedKey({ tipId, evidenceId }),
      Range: `bytes=0-${Math.min(stored.sizeBytes, filmBytesMax) - 1}`,
    }),
  )
  const bytes = await new Response(original.Body?.transformToWebStream()).arrayBuffer()
  const image = await draw(Buffer.from(bytes)).catch((error: unknown) => {
    log.warn({ tipId, evidenceId, error: String(error) }, "no preview")
    return undefined
  })
  if (!image) return false
  await s3.send(
    new PutObjectCommand({
      Bucket,
      Key: previewKey({ tipId, evidenceId }),
      Body: image,
      ContentType: "image/webp",
    }),
  )
  return true
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
