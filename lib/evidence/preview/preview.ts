import type { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { previewKey, sealedKey } from "@/lib/evidence/evidence"
import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { log } from "@/lib/kernel/log"
import { findObject, getObject } from "@/lib/store/objects/read"
import { putObject } from "@/lib/store/objects/write"
import { pdfPages } from "./pdf-pages"
import { reencoded, stacked } from "./picture"
import { videoFrame } from "./video"

const wholeBytesMax = 50 * 1024 ** 2
/** Of a longer video its beginning is tried: enough for those whose index stands there. */
const videoBytesMax = 100 * 1024 ** 2

type Ids = { readonly tipId: TipId; readonly evidenceId: EvidenceId }
type Stored = { readonly type: string; readonly sizeBytes: number }

const drawingOf = ({ type, sizeBytes }: Stored) => {
  if (type.startsWith("video/"))
    return async (bytes: Buffer) => reencoded(Buffer.from(await videoFrame(bytes, type)), "image/png")
  if (sizeBytes > wholeBytesMax) return undefined
  if (type === "application/pdf") return async (bytes: Buffer) => stacked(await pdfPages(bytes))
  return type.startsWith("image/") ? (bytes: Buffer) => reencoded(bytes, type) : undefined
}

/**
 * Makes the copy that people look at: decoded and drawn anew, without metadata, in bounded size. Of a PDF, its first
 * pages in one picture; of a video, one picture.
 * @returns whether there is one; a file that cannot be drawn within the limits has none, which is no failure
 */
export const makePreview = async ({ tipId, evidenceId }: Ids, stored: Stored): Promise<boolean> => {
  const draw = drawingOf(stored)
  if (!draw) return false
  const original = await getObject(
    sealedKey({ tipId, evidenceId }),
    Math.min(stored.sizeBytes, videoBytesMax),
  )
  const image = await draw(await buffer(original.body)).catch((error: unknown) => {
    log.warn({ tipId, evidenceId, error: String(error) }, "no preview")
    return undefined
  })
  if (!image) return false
  await putObject(previewKey({ tipId, evidenceId }), image, "image/webp")
  return true
}

/** The bytes of the sanitised copy (image/webp). Only for callers that were let see the tip. */
export const previewOf = async (ids: Ids): Promise<Readable | undefined> =>
  (await findObject(previewKey(ids)))?.body
