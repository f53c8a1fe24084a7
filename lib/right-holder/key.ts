import type { KeyScope, PersonRef } from "@/lib/kernel/actor"
import type { HolderId, KeyId } from "@/lib/kernel/id"

/** A right holder's key as the staff sees it. The secret is nowhere: the table holds a keyed hash of it. */
export type HolderKey = {
  readonly keyId: KeyId
  readonly holderId: HolderId
  /** The holder's. */
  readonly name: string
  readonly scopes: readonly KeyScope[]
  readonly issuedAt: string
  readonly issuedBy: PersonRef
  readonly revokedAt?: string
  /** When a request last came with it. */
  readonly lastUsedAt?: string
  /** Tips made by it. A batch that a crash cut short is not in it. */
  readonly rowsTaken: number
  /** Of the demo seed. */
  readonly demo?: boolean
  readonly version: number
}
