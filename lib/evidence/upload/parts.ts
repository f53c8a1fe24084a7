import { CompleteMultipartUploadCommand, S3ServiceException, UploadPartCommand } from "@aws-sdk/client-s3"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import type { Evidence } from "@/lib/evidence/evidence"
import { DomainError } from "@/lib/kernel/errors"
import { s3 } from "@/lib/store/bucket"
import { abortMultipart, findMultipart, isGone, type Multipart, openMultipart, partsOf } from "./multipart"
import { type PartPlan, partPlanOf, partSizeOf } from "./part-plan"

/** One part as its sender states it. `sha256` in hex. */
export type StatedPart = { readonly number: number; readonly sha256: string }

/** How one part is sent: its bytes as the body, with exactly these headers. */
export type PartUpload = {
  readonly number: number
  readonly url: string
  readonly method: "PUT"
  readonly headers: Readonly<Record<string, string>>
}

const permitSecondsMax = 3600
const checksumHeader = "x-amz-checksum-sha256"

/** @throws {DomainError} conflict `evidence-in-one-piece`, for a file that has no parts */
export const requirePlan = (evidence: Evidence): PartPlan & { readonly wholeBytes: number } => {
  const plan = partPlanOf(evidence)
  if (!plan || !evidence.announced) throw new DomainError("conflict", { reason: "evidence-in-one-piece" })
  return { ...plan, wholeBytes: evidence.announced.sizeBytes }
}

/**
 * The signed permission to send exactly these parts. Size and SHA-256 of each are signed headers: the store refuses
 * other bytes, while a checksum in the address itself is ignored by it.
 */
export const permitPartsOf = async (
  evidence: Evidence,
  parts: readonly StatedPart[],
): Promise<PartUpload[]> => {
  const plan = requirePlan(evidence)
  const multipart = await openMultipart(evidence)
  return Promise.all(
    parts.map(async ({ number, sha256 }) => {
      const ChecksumSHA256 = Buffer.from(sha256, "hex").toString("base64")
      const command = new UploadPartCommand({
        ...multipart,
        PartNumber: number,
        ContentLength: partSizeOf(plan, plan.wholeBytes, number),
        ChecksumSHA256,
      })
      const url = await getSignedUrl(s3, command, {
        expiresIn: permitSecondsMax,
        unhoistableHeaders: new Set([checksumHeader]),
      })
      return { number, url, method: "PUT" as const, headers: { [checksumHeader]: ChecksumSHA256 } }
    }),
  )
}

/** The parts that lie in the store, whole as they were planned. */
export const storedPartsOf = async (evidence: Evidence): Promise<StatedPart[]> => {
  const multipart = await findMultipart(evidence)
  const parts = multipart ? await wholePartsOf(evidence, multipart) : []
  return parts.map(({ PartNumber, ChecksumSHA256 }) => ({
    number: PartNumber,
    sha256: Buffer.from(ChecksumSHA256, "base64").toString("hex"),
  }))
}

const wholePartsOf = async (evidence: Evidence, multipart: Multipart) => {
  const plan = requirePlan(evidence)
  return (await partsOf(multipart)).flatMap(({ PartNumber = 0, ETag = "", ChecksumSHA256 = "", Size }) =>
    Size === partSizeOf(plan, plan.wholeBytes, PartNumber) ? [{ PartNumber, ETag, ChecksumSHA256 }] : [],
  )
}

/**
 * Joins the parts, if all of them are there. Done twice, or while another does it, the second changes nothing.
 * @returns whether the file is joined, lacks parts, or does not come in parts at all
 */
export const joinParts = async (evidence: Evidence): Promise<"joined" | "lacking" | "none"> => {
  const plan = partPlanOf(evidence)
  const multipart = plan && (await findMultipart(evidence))
  if (!plan || !multipart) return "none"
  const Parts = await wholePartsOf(evidence, multipart)
  if (Parts.length < plan.count) return "lacking"
  try {
    await s3.send(
      new CompleteMultipartUploadCommand({
        ...multipart,
        MultipartUpload: { Parts },
        ...(evidence.announced ? { MpuObjectSize: evidence.announced.sizeBytes } : {}),
        IfNoneMatch: "*",
      }),
    )
  } catch (error) {
    const other = error instanceof S3ServiceException && othersWork.has(error.name)
    if (!other && !isGone(error)) throw error
  }
  return "joined"
}

/** What the store says to the second of two who join the same parts. */
const othersWork = new Set(["OperationAborted", "ConditionalRequestConflict", "PreconditionFailed"])

/** Drops what was sent of a file so far. */
export const discardPartsOf = async (evidence: Evidence): Promise<void> => {
  const multipart = await findMultipart(evidence)
  if (multipart) await abortMultipart(multipart)
}
