import { z } from "zod"
import { commit, initialHead } from "@/lib/audit"
import { keyScopes } from "@/lib/kernel/actor"
import { newBearerKey } from "@/lib/kernel/bearer-key"
import { personRefOf } from "@/lib/kernel/context"
import { invalid } from "@/lib/kernel/errors"
import { HolderId, type KeyId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { KeyEntity } from "./key.entity"
import { allKeys } from "./list-keys"

/**
 * Makes a key for a right holder. A holder may have several, so that one can be changed without a gap.
 * @returns the key itself, which nobody can be shown again
 * @throws {DomainError} invalid `holder-taken`, when the id stands for a holder of another name, or of the demo
 */
export const issueKey = verb(
  {
    name: "key.issue",
    by: ["administrator"],
    input: z.object({
      holderId: HolderId.regex(/^[a-z][a-z0-9-]{1,40}$/),
      name: z.string().trim().min(1).max(100),
      scopes: z.array(z.enum(keyScopes)).min(1),
      demo: z.boolean().optional(),
    }),
  },
  async (ctx, { holderId, name, scopes, demo }): Promise<{ keyId: KeyId; key: string }> => {
    const namesake = (await allKeys()).find((one) => one.holderId === holderId)
    if (namesake && (namesake.name !== name || namesake.demo !== demo))
      throw invalid(["holderId"], "holder-taken")
    const { keyId, key, secretHash } = newBearerKey("holder-key")
    const about = {
      holderId,
      name,
      scopes: keyScopes.filter((scope) => scopes.includes(scope)),
      demo,
    }
    await commit(ctx, {
      file: keyId,
      subject: keyId,
      from: initialHead,
      event: { type: "key.issued", data: about },
      record: (next) =>
        put(
          KeyEntity.create({
            keyId,
            ...about,
            secretHash,
            issuedAt: ctx.now,
            issuedBy: personRefOf(ctx),
            rowsTaken: 0,
            ...next,
          }),
        ),
    })
    return { keyId, key }
  },
)
