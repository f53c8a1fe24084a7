import type { PersonRef } from "@/lib/kernel/actor"
import type { AuthorityId, KeyId } from "@/lib/kernel/id"

/** A key of an authority's program as the staff sees it. The secret is nowhere: the table holds a keyed hash of it. */
export type AgencyKey = {
  readonly keyId: KeyId
  readonly authorityId: AuthorityId
  /** What it is for, which the history of a referral names. */
  readonly name: string
  readonly issuedAt: string
  readonly issuedBy: PersonRef
  readonly revokedAt?: string
  readonly version: number
}
