import { z } from "zod"
import { decryptUnder, encryptUnder, idUnder, Secret } from "@/lib/form"
import { invalid } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { put, remove, transact } from "@/lib/store/transact"
import { checkTargets, TipContent, TypedTargets } from "@/lib/tip"
import { isEmail } from "./contact/contact"
import { DraftEntity } from "./draft.entity"
import { draftHoursMax } from "./draft-hours"

const Draft = TipContent.omit({ locale: true, targets: true })
  .extend({
    // Held against what a tip may hold, but kept as it was typed.
    targets: TypedTargets.superRefine((typed, refinement) => void checkTargets(typed, refinement)),
    hasFiles: z.enum(["yes", "no"]),
    news: z.literal("yes"),
  })
  .partial()
/** As much of a tip as its sender has filled in. */
export type Draft = z.infer<typeof Draft>

const use = "draft"

/**
 * Keeps a draft, in the place of what was kept under this secret before. Each answer in it is one that a tip may hold.
 * @throws {DomainError} invalid, also `contact-not-email` of who wants mails
 */
export const keepDraft = verb(
  { name: "tip.keepDraft", by: ["visitor"], input: z.object({ secret: Secret, draft: Draft }) },
  async (ctx, { secret, draft }): Promise<void> => {
    if (draft.news && !isEmail(draft.contact ?? "")) throw invalid(["draft", "contact"], "contact-not-email")
    const draftId = idUnder(secret, use)
    const sealed = await encryptUnder(secret, use, draft)
    const expiresAt = Math.floor(Date.parse(ctx.now) / 1000) + draftHoursMax * 3_600
    await transact([put(DraftEntity.put({ draftId, sealed, expiresAt }))])
  },
)

/** @returns undefined where nothing was kept, or no longer is */
export const openDraft = verb(
  { name: "tip.openDraft", by: ["visitor"], input: z.object({ secret: Secret }) },
  async (ctx, { secret }): Promise<Draft | undefined> => {
    const { data } = await DraftEntity.get({ draftId: idUnder(secret, use) }).go({ consistent: true })
    return data && data.expiresAt * 1000 > Date.parse(ctx.now)
      ? ((await decryptUnder(secret, use, data.sealed)) as Draft)
      : undefined
  },
)

export const dropDraft = verb(
  { name: "tip.dropDraft", by: ["visitor"], input: z.object({ secret: Secret }) },
  async (_ctx, { secret }): Promise<void> => {
    await transact([remove(DraftEntity.delete({ draftId: idUnder(secret, use) }))])
  },
)
