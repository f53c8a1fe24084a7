import type { EvidenceId } from "@/lib/kernel/id"
import { type Evidence, type EvidenceState, previewAt, stateAt } from "./evidence"
import { type ScanVerdict, verdictOf } from "./scan/scan"

/** A file as its sender sees it. */
export type SentEvidence = {
  readonly evidenceId: EvidenceId
  readonly name?: string
  readonly state: EvidenceState
  readonly rejection?: NonNullable<Evidence["rejection"]>
  readonly scan?: ScanVerdict
  /** Of a sealed file: whether the staff has a sanitised copy to look at; absent while it is being made. */
  readonly hasPreview?: boolean
  readonly sizeBytes?: number
  readonly sha256?: string
  /** Of a sealed file: what its bytes are, or `unknown`. */
  readonly type?: string
}

export const asSent = (evidence: Evidence, now: string): SentEvidence => {
  const known = evidence.stored ?? evidence.announced
  const isSealed = evidence.state === "verified"
  return {
    evidenceId: evidence.evidenceId,
    state: stateAt(evidence, now),
    // A form that was sent without a file leaves an empty name.
    name: known?.name || undefined,
    sizeBytes: known?.sizeBytes,
    sha256: known?.sha256,
    rejection: evidence.rejection,
    type: isSealed ? evidence.stored?.type : undefined,
    ...(isSealed ? { scan: verdictOf(evidence), ...copyOf(evidence, now) } : {}),
  }
}

/** Nothing while the sanitised copy is being made. */
const copyOf = (evidence: Evidence, now: string): { readonly hasPreview?: boolean } => {
  const state = previewAt(evidence, now)
  return state === "soon" ? {} : { hasPreview: state === "there" }
}
