import { judgeType } from "./accepted-types"
import type { Announcement, Rejection } from "./evidence"

/** What reading the whole object showed. */
export type Finding = {
  readonly name: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly sniffedType: string | undefined
  readonly looksLikeText: boolean
}

export type Judgement =
  | { readonly state: "verified"; readonly type: string }
  | { readonly state: "rejected"; readonly rejection: Rejection }

/** Pure: holds what was stored against what was announced. The first complaint is the one told. */
export const judge = (finding: Finding, announced?: Announcement): Judgement => {
  const rejected = (rejection: Rejection): Judgement => ({ state: "rejected", rejection })
  if (finding.sizeBytes === 0) return rejected("empty")
  if (announced && announced.sizeBytes !== finding.sizeBytes) return rejected("size-mismatch")
  if (announced?.sha256 && announced.sha256 !== finding.sha256) return rejected("hash-mismatch")
  const verdict = judgeType(announced?.name ?? finding.name, finding.sniffedType, finding.looksLikeText)
  return verdict.ok ? { state: "verified", type: verdict.type } : rejected(verdict.rejection)
}
