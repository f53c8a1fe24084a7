import sharp from "sharp"
import { type Evidence, findEvidence, rejections } from "@/lib/evidence"
import { copyOf, drawnFile } from "./sealed"

const longestSide = 3 * 1_600 + 2 * 16

/**
 * Sends a file and has it inspected.
 * @returns its record, which is one of the ends a file may come to
 * @throws {Error} when it came to none, or when its preview is no small picture
 */
export const settled = async (name: string, bytes: Uint8Array): Promise<Evidence> => {
  const { ids } = await drawnFile(name, bytes)
  const evidence = await findEvidence(ids)
  if (!evidence) throw new Error(`${name} is lost`)
  if (evidence.state === "rejected" && evidence.rejection && rejections.includes(evidence.rejection))
    return evidence
  if (evidence.state !== "verified") throw new Error(`${name} is ${evidence.state}`)
  if (!evidence.hasPreview) return evidence
  const shown = await copyOf(ids)
  if (!shown) throw new Error(`${name} has lost its copy`)
  if (evidence.previewType === "text/plain") {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(shown)
    if (/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/u.test(text))
      throw new Error(`${name} is shown with what it hides`)
    return evidence
  }
  const { format, width, height } = await sharp(shown).metadata()
  if (format !== "webp" || width > 1_600 || height > longestSide)
    throw new Error(`${name} is shown as ${format} of ${width} by ${height}`)
  return evidence
}
