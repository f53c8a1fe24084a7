import { z } from "zod"
import { algorithms } from "../protocol/checksum"
import { S3Error } from "../protocol/errors"
import type { Part, Upload } from "../store/multipart-uploads"

/** Every part but the last is at least so large, as on S3. */
const partBytesMin = 5 * 1024 * 1024

const listSchema = z.object({
  Part: z
    .array(
      z
        .object({
          PartNumber: z
            .string()
            .regex(/^\d{1,5}$/)
            .transform(Number),
          ETag: z.string(),
        })
        .catchall(z.string()),
    )
    .min(1),
})

/** A part as the client lists it, with its checksum as `ChecksumSHA256` and the like. */
export type CompletedPart = z.infer<typeof listSchema>["Part"][number]

/** @throws S3Error MalformedXML */
export const parseCompletedParts = (document: unknown): CompletedPart[] => {
  const parsed = listSchema.safeParse(document)
  if (!parsed.success) throw new S3Error("MalformedXML")
  return parsed.data.Part
}

const requireChecksum = (listed: CompletedPart, { content: { checksum } }: Part, { settings }: Upload) => {
  const stated = algorithms.filter((algorithm) => listed[`Checksum${algorithm}`] !== undefined)
  const differs = (name: string) =>
    name !== checksum.algorithm || listed[`Checksum${name}`] !== checksum.value
  if (stated.some(differs)) throw new S3Error("InvalidPart")
  if (settings.chosen && settings.type === "COMPOSITE" && stated.length === 0)
    throw new S3Error("InvalidRequest", "The complete request must include the checksum for each part.")
}

const findPart = (listed: CompletedPart, parts: ReadonlyMap<number, Part>, upload: Upload): Part => {
  const part = parts.get(listed.PartNumber)
  if (!part || part.content.md5Hex !== listed.ETag.replace(/^"(.*)"$/, "$1")) throw new S3Error("InvalidPart")
  requireChecksum(listed, part, upload)
  return part
}

/**
 * The uploaded parts that the client lists, in its order.
 * @throws S3Error InvalidPart, InvalidPartOrder, EntityTooSmall, InvalidRequest for a missing checksum
 */
export const selectParts = (
  listed: readonly CompletedPart[],
  uploaded: readonly Part[],
  upload: Upload,
): Part[] => {
  const byNumber = new Map(uploaded.map((part) => [part.number, part]))
  if (listed.some((each, at) => each.PartNumber <= (listed[at - 1]?.PartNumber ?? 0)))
    throw new S3Error("InvalidPartOrder")
  const parts = listed.map((each) => findPart(each, byNumber, upload))
  if (parts.slice(0, -1).some(({ content }) => content.sizeBytes < partBytesMin))
    throw new S3Error("EntityTooSmall")
  return parts
}
