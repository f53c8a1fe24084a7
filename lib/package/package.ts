import type { AuthorityId, CaseId, ReferralId } from "@/lib/kernel/id"

export const packageStates = ["waiting", "built", "failed"] as const
export type PackageState = (typeof packageStates)[number]

/** The evidence of a case as its authority gets it with a referral: one ZIP, a bag (RFC 8493). */
export type Package = {
  readonly referralId: ReferralId
  readonly caseId: CaseId
  readonly authorityId: AuthorityId
  readonly state: PackageState
  /** What came later is not in it, so that it comes out the same however often it is built. */
  readonly cutAt: string
  /** When to try (again). */
  readonly dueAt: string
  readonly tries: number
  readonly sizeBytes?: number
  /** Of the ZIP, hex. */
  readonly sha256?: string
  /** When which authority stamped its manifest; absent where none did. */
  readonly timestamp?: { readonly at: string; readonly authority: string }
  readonly version: number
  readonly head: string
}

export type PackageRow = Pick<Package, "referralId" | "caseId">

export const triesMax = 6
/** A try that died with its process is made again after this: no function runs longer. */
const leaseMs = 16 * 60_000

/** When a try that begins now, and is never heard of again, is made again: later each time. */
export const leaseUntil = (now: string, tries: number) =>
  new Date(Date.parse(now) + leaseMs * 2 ** tries).toISOString()
