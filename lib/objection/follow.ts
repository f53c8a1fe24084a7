import { z } from "zod"
import { sameText } from "@/lib/kernel/crypto"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { countAgainst, Origin } from "@/lib/limits"
import { findObjection, hashOfObjectionCode, numberOfObjection, objectionIdOf } from "./find"
import { dueAt, type Objection } from "./objection"

/** What became of an objection, for who sent it: never who in the staff did it. */
export type FollowedObjection = Pick<
  Objection,
  "status" | "site" | "siteName" | "text" | "receivedAt" | "answer" | "answeredAt" | "wording" | "decidedAt"
> & { readonly number: string; readonly dueAt?: string }

/**
 * An objection by its number and code. A right code always opens: only wrong ones are counted.
 * @throws {DomainError} not-found `objection-unknown`, alike for a wrong number and a wrong code; limited
 */
export const followObjection = verb(
  {
    name: "objection.follow",
    by: ["visitor"],
    input: z.object({ number: z.string().max(100), code: z.string().max(100), origin: Origin }),
  },
  async (_ctx, { number, code, origin }): Promise<FollowedObjection> => {
    const objectionId = objectionIdOf(number)
    const found = await findObjection(objectionId)
    const isRight = sameText(hashOfObjectionCode(objectionId, code), found?.codeHash ?? "")
    if (!found || !isRight) {
      await countAgainst("wrongReceipts", origin)
      throw new DomainError("not-found", { reason: "objection-unknown" })
    }
    const { status, site, siteName, text, receivedAt, answer, answeredAt, wording, decidedAt } = found
    return {
      number: numberOfObjection(objectionId),
      status,
      site,
      siteName,
      text,
      receivedAt,
      answer,
      answeredAt,
      wording,
      decidedAt,
      dueAt: dueAt(found),
    }
  },
)
