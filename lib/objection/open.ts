import { z } from "zod"
import { sameText } from "@/lib/kernel/crypto"
import { DomainError } from "@/lib/kernel/errors"
import { countAgainst, Origin } from "@/lib/limits"
import { findObjection, hashOfObjectionCode, objectionIdOf, type StoredObjection } from "./find"

/** What opens an objection, as it was typed. */
export const Keys = z.object({ number: z.string().max(100), code: z.string().max(100), origin: Origin })

/**
 * An objection by its number and code. A right code always opens: only wrong ones are counted.
 * @throws {DomainError} not-found `objection-unknown`, alike for a wrong number and a wrong code; limited
 */
export const openedObjection = async ({
  number,
  code,
  origin,
}: z.output<typeof Keys>): Promise<StoredObjection> => {
  const objectionId = objectionIdOf(number)
  const found = await findObjection(objectionId)
  // Hashed whether there is one or not: the time an answer takes tells no number.
  const isRight = sameText(hashOfObjectionCode(objectionId, code), found?.codeHash ?? "")
  if (found && isRight) return found
  await countAgainst("wrongReceipts", origin)
  throw new DomainError("not-found", { reason: "objection-unknown" })
}
