import { z } from "zod"
import { type Context, reporterTipId } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { TipId } from "@/lib/kernel/id"
import { log } from "@/lib/kernel/log"
import { verb } from "@/lib/kernel/verb"
import { NewsEntity } from "@/lib/reporter/news/news.entity"
import { remove } from "@/lib/store/transact"
import { changeLatestTip } from "@/lib/tip"
import { ContactEntity, contactShards } from "./contact.entity"

/**
 * Deletes the sealed contact, and with it the wish for mails, and says so in the tip's chain, with the hash of what was deleted: who kept a copy of
 * the table can show which record it was, and nobody can read it from the hash. Done twice, the second changes nothing.
 */
const erase = async (ctx: Context, tipId: TipId, because: "withdrawn" | "retention"): Promise<boolean> => {
  const { data } = await ContactEntity.get({ tipId }).go({ consistent: true })
  const erased = await changeLatestTip(ctx, tipId, ({ hasContact }) =>
    hasContact
      ? {
          patch: { hasContact: false },
          event: {
            type: "tip.contact-erased",
            data: { because, sealedHash: data ? sha256(data.sealed) : undefined },
          },
          also: [
            ...(data ? [remove(ContactEntity.delete({ tipId }))] : []),
            remove(NewsEntity.delete({ tipId })),
          ],
        }
      : undefined,
  )
  return erased !== undefined
}

/** The reporter takes back the contact of the own tip. */
export const withdrawContact = verb(
  { name: "tip.withdrawContact", by: ["reporter"], input: z.object({}) },
  async (ctx): Promise<{ erased: boolean }> => ({
    erased: await erase(ctx, reporterTipId(ctx), "withdrawn"),
  }),
)

/** Erases the contact of a report that its reporter has withdrawn. Done twice, the second changes nothing. */
export const eraseContact = verb(
  { name: "tip.eraseContact", by: ["system"], input: z.object({ tipId: TipId }) },
  async (ctx, { tipId }): Promise<{ erased: boolean }> => ({ erased: await erase(ctx, tipId, "withdrawn") }),
)

/** Erases the contacts whose retention time is over. */
export const sweepContacts = verb(
  { name: "tip.sweepContacts", by: ["system"], input: z.object({}) },
  async (ctx): Promise<{ erased: number }> => {
    let erased = 0
    for (let shard = 0; shard < contactShards; shard++) {
      const { data } = await ContactEntity.query.due({ shard }).lte({ dueAt: ctx.now }).go({ pages: "all" })
      for (const { row } of data)
        try {
          if (await erase(ctx, row.tipId, "retention")) erased += 1
        } catch (error) {
          // It stays due; the others do not wait for it.
          log.error({ tipId: row.tipId, error: String(error) }, "contact not erased")
        }
    }
    return { erased }
  },
)

/** Records of a contact that is gone without its event that it is gone. Where it is there, nothing changes. */
export const noteLostContact = verb(
  { name: "tip.noteLostContact", by: ["system"], input: z.object({ tipId: TipId }) },
  async (ctx, { tipId }): Promise<void> => {
    const { data } = await ContactEntity.get({ tipId }).go({ consistent: true })
    if (!data) await erase(ctx, tipId, "retention")
  },
)
