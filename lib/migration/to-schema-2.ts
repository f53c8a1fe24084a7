import { fileOf, sealFile } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { TipId } from "@/lib/kernel/id"
import { noteLostContact } from "@/lib/reporter"
import type { ItemKey } from "@/lib/store/scan"
import { ConditionFailed, transact, updateItem } from "@/lib/store/transact"

/**
 * Contacts lose the table's own expiry, which erased without an event, and what it took is recorded. Records get a
 * seal on their heads.
 */
export const toSchema2 = async (ctx: Context, keys: readonly ItemKey[]): Promise<void> => {
  for (const key of keys) {
    if (key.sk === "contact") await endExpiry(key)
    if (key.sk === "tip") await noteLostContact(ctx, { tipId: TipId.parse(key.pk) })
  }
  for (const file of new Set(keys.flatMap(fileOf))) await sealFile(file)
}

const endExpiry = async (key: ItemKey) => {
  const write = updateItem(key, { update: "REMOVE expiresAt", condition: "attribute_exists(pk)" })
  await transact([write]).catch((error: unknown) => {
    // It was withdrawn just now.
    if (!(error instanceof ConditionFailed)) throw error
  })
}
