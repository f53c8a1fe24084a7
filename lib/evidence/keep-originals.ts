import { z } from "zod"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { settingsNow } from "@/lib/settings"
import { changeLock } from "@/lib/store/objects/lock"
import { findTip } from "@/lib/tip"
import { sealedKey } from "./evidence"
import { evidenceOf } from "./record"
import { lockedUntil, matterOf } from "./retention"

/**
 * Locks the originals of a tip for as long as its matter asks: longer once it is in a case, no longer than an appeal may
 * take once it is declined or withdrawn. Nothing is deleted here. Done twice, the second changes nothing.
 * @param at when the tip came to where it stands, or when a file of it was sealed
 * @param isDecided whether that ended the tip's matter: nothing else makes a lock shorter
 */
export const keepOriginals = verb(
  {
    name: "evidence.keepOriginals",
    by: ["system"],
    input: z.object({ tipId: TipId, at: z.iso.datetime(), isDecided: z.boolean() }),
  },
  async (ctx, { tipId, at, isDecided }): Promise<void> => {
    // Asked first: most tips have no file, and are not read for nothing.
    const sealed = (await evidenceOf(tipId)).filter(({ state }) => state === "verified")
    const tip = sealed.length > 0 ? await findTip(tipId) : undefined
    if (!tip) return
    const matter = matterOf(tip)
    const until = lockedUntil(matter, at, (await settingsNow()).retention)
    if (until.toISOString() <= ctx.now) return
    for (const evidence of sealed)
      await changeLock(sealedKey(evidence), until, { mayShorten: isDecided && matter === "ended" })
  },
)
