import type { Announcement, Rejection } from "./evidence"

/** What reading the whole object showed. */
export type Finding = { readonly sizeBytes: number; readonly sha256: string; readonly type: string }

export type Judgement =
  | { readonly state: "verified" }
  | { readonly state: "rejected"; readonly rejection: Rejection }

/**
 * Pure: holds what was stored against what was announced. The first complaint is the one told. Nothing is refused for
 * its type or its name: what people report comes in every kind (docs/decisions/0050).
 */
export const judge = ({ sizeBytes, sha256 }: Finding, announced?: Announcement): Judgement => {
  const rejected = (rejection: Rejection): Judgement => ({ state: "rejected", rejection })
  if (sizeBytes === 0) return rejected("empty")
  if (announced && announced.sizeBytes !== sizeBytes) return rejected("size-mismatch")
  if (announced?.sha256 && announced.sha256 !== sha256) return rejected("hash-mismatch")
  return { state: "verified" }
}
