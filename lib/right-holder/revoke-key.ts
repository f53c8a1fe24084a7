import { commit, conflictAt, requireSeen, seenAs } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import { KeyId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { update } from "@/lib/store/transact"
import { findKey } from "./authenticate-key"
import { KeyEntity } from "./key.entity"

/**
 * Ends a key: the next request that comes with it is refused. A batch under way is taken to its end.
 * @throws {DomainError} not-found; conflict, also when it was revoked before
 */
export const revokeKey = verb(
  {
    name: "key.revoke",
    by: ["administrator"],
    input: seenAs({ keyId: KeyId.max(60) }).extend({ reason: Written({ min: 5, max: 500 }) }),
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
      event: { type: "key.revoked", data: { reason } },
      record: (next) =>
        update(
          KeyEntity.patch({ keyId })
            .set({ revokedAt: ctx.now, ...next })
            .where((at, { eq }) => eq(at.version, key.version)),
        ),
    })
  },
)
