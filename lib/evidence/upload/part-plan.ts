import type { Evidence } from "@/lib/evidence/evidence"

/** How a large file is cut: every part of this size but the last. */
export type PartPlan = { readonly count: number; readonly sizeBytes: number }

/** Below this a lost connection costs little enough to send the whole file again. */
export const partsFromBytes = 16 * 1024 ** 2
/** Small enough for a bad line, and above what S3 asks of every part but the last (5 MiB). */
const partBytes = 8 * 1024 ** 2

/** Undefined for a file that goes in one piece: a small one, or one of which nothing was said. */
export const partPlanOf = ({ announced }: Pick<Evidence, "announced">): PartPlan | undefined =>
  announced && announced.sizeBytes > partsFromBytes
    ? { count: Math.ceil(announced.sizeBytes / partBytes), sizeBytes: partBytes }
    : undefined

/** @param number counted from 1, as S3 does */
export const partSizeOf = (plan: PartPlan, wholeBytes: number, number: number): number =>
  number < plan.count ? plan.sizeBytes : wholeBytes - (plan.count - 1) * plan.sizeBytes
