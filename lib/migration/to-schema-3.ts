import type { Context } from "@/lib/kernel/context"
import { TipId } from "@/lib/kernel/id"
import type { ItemKey } from "@/lib/store/scan"
import { findTip, listUnderSites } from "@/lib/tip"

/** Tips that came before are listed under their sites. */
export const toSchema3 = async (ctx: Context, keys: readonly ItemKey[]): Promise<void> => {
  for (const { pk } of keys.filter(({ sk }) => sk === "tip")) {
    const tip = await findTip(TipId.parse(pk))
    if (tip) await listUnderSites(ctx, tip)
  }
}
