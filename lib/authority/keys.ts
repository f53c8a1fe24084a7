import { z } from "zod"
import { commit, conflictAt, initialHead, requireSeen, seenAs } from "@/lib/audit"
import type { Agency } from "@/lib/kernel/actor"
import { isRightKey, keyPartsOf, newBearerKey } from "@/lib/kernel/bearer-key"
import { personRefOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { AuthorityId, KeyId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { put, update } from "@/lib/store/transact"
import { RevokeReason } from "./authority"
import { AgencyKeyEntity } from "./authority.entity"
import { getAuthorityRecord } from "./find"
import type { AgencyKey } from "./key"

/**
 * Makes a key for an authority's program. There may be several, so that one can be changed without a gap.
 * @returns the key itself, which nobody can be shown again
 * @throws {DomainError} not-found `authority`
 */
export const issueAgencyKey = verb(
  {
    name: "agency-key.issue",
    by: ["administrator"],
    input: z.object({ authorityId: AuthorityId, name: z.string().trim().min(1).max(100) }),
  },
  async (ctx, { authorityId, name }): Promise<{ keyId: KeyId; key: string }> => {
    await getAuthorityRecord(authorityId)
    const { keyId, key, secretHash } = newBearerKey("agency-key")
    await commit(ctx, {
      file: keyId,
      subject: keyId,
      from: initialHead,
      event: { type: "agency-key.issued", data: { authorityId, name } },
      record: (next) =>
        put(
          AgencyKeyEntity.create({
            keyId,
            authorityId,
            name,
            secretHash,
            issuedAt: ctx.now,
            issuedBy: personRefOf(ctx),
            ...next,
          }),
        ),
    })
    return { keyId, key }
  },
)

const findKey = async (keyId: KeyId) =>
  (await AgencyKeyEntity.get({ keyId }).go({ consistent: true })).data ?? undefined

/**
 * The authority whose program holds a key. Wrong tries are not counted (docs/decisions/0028).
 * @throws {DomainError} unauthenticated `key-unknown`, alike for a malformed, an unknown and a revoked one
 */
export const authenticateAgency = verb(
  { name: "agency-key.authenticate", by: ["visitor"], input: z.object({ key: z.string().max(200) }) },
  async (_ctx, { key }): Promise<Agency> => {
    const parts = keyPartsOf(key)
    const known = await findKey(parts.keyId)
    if (!isRightKey("agency-key", parts, known?.secretHash) || !known || known.revokedAt)
      throw new DomainError("unauthenticated", { reason: "key-unknown" })
    const { authorityId, keyId, name } = known
    return { kind: "agency", authorityId, keyId, name }
  },
)

/**
 * Ends a key: the next request that comes with it is refused.
 * @throws {DomainError} not-found; conflict, also when it was revoked before
 */
export const revokeAgencyKey = verb(
  {
    name: "agency-key.revoke",
    by: ["administrator"],
    input: seenAs({ keyId: KeyId.max(60) }).extend({ reason: RevokeReason }),
  },
  async (ctx, { keyId, version, reason }): Promise<void> => {
    const key = await findKey(keyId)
    if (!key) throw new DomainError("not-found", { reason: "key" })
    await requireSeen({ file: keyId, version: key.version, seen: version })
    if (key.revokedAt) throw await conflictAt(keyId, keyId)
    await commit(ctx, {
      file: keyId,
      subject: keyId,
      from: key,
      event: { type: "agency-key.revoked", data: { reason } },
      record: (next) =>
        update(
          AgencyKeyEntity.patch({ keyId })
            .set({ revokedAt: ctx.now, ...next })
            .where((at, { eq }) => eq(at.version, key.version)),
        ),
    })
  },
)

/** All keys that an authority was ever given, oldest first. */
export const listAgencyKeys = verb(
  {
    name: "agency-key.list",
    by: ["administrator", "auditor"],
    input: z.object({ authorityId: AuthorityId }),
  },
  async (_ctx, { authorityId }): Promise<AgencyKey[]> => {
    const { data } = await AgencyKeyEntity.query.authority({ authorityId }).go({ pages: "all" })
    return data.map(({ secretHash: _secret, head: _head, ...key }) => key)
  },
)
