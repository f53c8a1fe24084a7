import { type Evidence, type Upload, uploadOf } from "@/lib/evidence"
import type { TipId } from "@/lib/kernel/id"
import type { Tip } from "@/lib/tip"
import { numberOf, type Receipt, sign } from "./receipt"

/** A tip that is stored, with its announced files and the code that opens it, which is stored nowhere. */
export type StoredTip = Pick<Tip, "tipId" | "receivedAt" | "contentHash" | "targets"> & {
  readonly code: string
  readonly evidence: readonly Evidence[]
}

/** What the API answers to a sender. */
export type Submitted = {
  readonly tipId: TipId
  readonly receipt: Receipt
  /** How each target was read, beside what was typed. */
  readonly targets: Tip["targets"]
  readonly uploads: readonly Upload[]
}

/** Signs what was received. */
export const receiptOf = async (stored: Omit<StoredTip, "targets">): Promise<Receipt> => {
  const { tipId, code, receivedAt, contentHash, evidence } = stored
  const number = numberOf(tipId)
  const files = evidence.map(({ evidenceId, announced }) => ({
    evidenceId,
    sha256: announced?.sha256,
    sizeBytes: announced?.sizeBytes,
  }))
  return { number, code, statement: await sign({ number, receivedAt, contentHash, files }) }
}

export const submittedOf = async (stored: StoredTip): Promise<Submitted> => {
  const [receipt, uploads] = await Promise.all([receiptOf(stored), uploadsOf(stored)])
  return { tipId: stored.tipId, receipt, targets: stored.targets, uploads }
}

/** By the place that each was sent in, which a retry finds again even where one was taken back meanwhile. */
const uploadsOf = ({ evidence }: StoredTip): Promise<Upload[]> =>
  Promise.all(evidence.map((one, at) => uploadOf(one, { index: one.index ?? at })))
