// The store itself is the memory of what is coming in parts: no record of ours can disagree with it.
import { type Evidence, wholeKey } from "@/lib/evidence/evidence"
import { DomainError } from "@/lib/kernel/errors"
import {
  abortMultipart,
  completeMultipart,
  createMultipart,
  findMultipart,
} from "@/lib/store/objects/multipart"
import { listParts, type MultipartUpload, presignPart, type StoredPart } from "@/lib/store/objects/parts"
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

/** @throws {DomainError} conflict `evidence-in-one-piece`, for a file that has no parts */
export const requirePlan = (evidence: Evidence): PartPlan & { readonly wholeBytes: number } => {
  const plan = partPlanOf(evidence)
  if (!plan || !evidence.announced) throw new DomainError("conflict", { reason: "evidence-in-one-piece" })
  return { ...plan, wholeBytes: evidence.announced.sizeBytes }
}

/** Two that begin at once both go on with the older one. */
const openMultipart = async (key: string): Promise<MultipartUpload> => {
  const found = await findMultipart(key)
  if (found) return found
  const created = await createMultipart(key)
  return (await findMultipart(key)) ?? created
}

/** The signed permission to send exactly these parts. */
export const permitPartsOf = async (
  evidence: Evidence,
  parts: readonly StatedPart[],
): Promise<PartUpload[]> => {
  const plan = requirePlan(evidence)
  const upload = await openMultipart(wholeKey(evidence))
  return Promise.all(
    parts.map(async ({ number, sha256 }) => {
      const sizeBytes = partSizeOf(plan, plan.wholeBytes, number)
      const permit = await presignPart(upload, { number, sizeBytes, sha256 }, permitSecondsMax)
      return { number, method: "PUT" as const, ...permit }
    }),
  )
}

/** The parts that lie in the store, whole as they were planned. */
export const storedPartsOf = async (evidence: Evidence): Promise<StatedPart[]> => {
  const upload = await findMultipart(wholeKey(evidence))
  const parts = upload ? await wholePartsOf(evidence, upload) : []
  return parts.map(({ number, sha256 }) => ({ number, sha256 }))
}

const wholePartsOf = async (evidence: Evidence, upload: MultipartUpload): Promise<StoredPart[]> => {
  const plan = requirePlan(evidence)
  return (await listParts(upload)).filter(
    ({ number, sizeBytes }) => sizeBytes === partSizeOf(plan, plan.wholeBytes, number),
  )
}

/**
 * Joins the parts, if all of them are there. Done twice, or while another does it, the second changes nothing.
 * @returns whether the file is joined, lacks parts, or does not come in parts at all
 */
export const joinParts = async (evidence: Evidence): Promise<"joined" | "lacking" | "none"> => {
  const plan = partPlanOf(evidence)
  const upload = plan && (await findMultipart(wholeKey(evidence)))
  if (!plan || !upload) return "none"
  const parts = await wholePartsOf(evidence, upload)
  if (parts.length < plan.count) return "lacking"
  await completeMultipart(upload, parts, requirePlan(evidence).wholeBytes)
  return "joined"
}

/** Drops what was sent of a file so far. */
export const discardPartsOf = async (evidence: Evidence): Promise<void> => {
  const upload = await findMultipart(wholeKey(evidence))
  if (upload) await abortMultipart(upload)
}
