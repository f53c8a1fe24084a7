import sharp from "sharp"
import { type Evidence, findEvidence, previewOf, rejections } from "@/lib/evidence"
import { sealedFile } from "./sealed"

const longestSide = 3 * 1_600 + 2 * 16

/**
 * Sends a file and has it inspected.
 * @returns its record, which is one of the ends a file may come to
 * @throws {Error} when it came to none, or when its preview is no small picture
 */
export const settled = async (name: string, bytes: Uint8Array): Promise<Evidence> => {
  const { ids } = await sealedFile(name, bytes)
  const evidence = await findEvidence(ids)
  if (!evidence) throw new Error(`${name} is lost`)
  if (evidence.state === "rejected" && evidence.rejection && rejections.includes(evidence.rejection))
    return evidence
  if (evidence.state !== "verified") throw new Error(`${name} is ${evidence.state}`)
  if (!evidence.hasPreview) return evidence
  const body = await previewOf(ids)
  const shown = Buffer.from(await new Response(body as unknown as ReadableStream).arrayBuffer())
  const { format, width, height } = await sharp(shown).metadata()
  if (format !== "webp" || width > 1_600 || height > longestSide)
    throw new Error(`${name} is shown as ${format} of ${width} by ${height}`)
  return evidence
}
