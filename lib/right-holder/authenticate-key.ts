import { z } from "zod"
import type { RightHolder } from "@/lib/kernel/actor"
import { isRightKey, keyPartsOf } from "@/lib/kernel/bearer-key"
import { DomainError } from "@/lib/kernel/errors"
import type { KeyId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import type { HolderKey } from "./key"
import { KeyEntity } from "./key.entity"

export const findKey = async (keyId: KeyId) =>
  (await KeyEntity.get({ keyId }).go({ consistent: true })).data ?? undefined

/**
 * The right holder who holds a key. Wrong tries are not counted: nobody guesses 120 bits, and a count would let
 * anybody who knows a key's id lock its holder out.
 * @throws {DomainError} unauthenticated `key-unknown`, alike for a malformed, an unknown and a revoked one
 */
export const authenticateKey = verb(
  { name: "key.authenticate", by: ["visitor"], input: z.object({ key: z.string().max(200) }) },
  async (_ctx, { key }): Promise<RightHolder> => {
    const parts = keyPartsOf(key)
    const known = await findKey(parts.keyId)
    if (!isRightKey("holder-key", parts, known?.secretHash) || !known || known.revokedAt)
      throw new DomainError("unauthenticated", { reason: "key-unknown" })
    return actorOf(known)
  },
)

const actorOf = ({ holderId, keyId, name, scopes, demo }: Omit<HolderKey, "version">): RightHolder => ({
  kind: "right-holder",
  holderId,
  keyId,
  name,
  scopes,
  demo,
})

/** The right holder for whom the pipeline goes on with what came by a key; undefined once that is revoked. */
export const holderOfKey = async (keyId: KeyId): Promise<RightHolder | undefined> => {
  const known = await findKey(keyId)
  return known && !known.revokedAt ? actorOf(known) : undefined
}
