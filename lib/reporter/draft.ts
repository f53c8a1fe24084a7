// The portal stores no key of a draft: id and key both follow from a secret that the visitor's browser holds
// (docs/decisions/0085).
import { hkdfSync } from "node:crypto"
import { CompactEncrypt, compactDecrypt } from "jose"
import { z } from "zod"
import { invalid } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { put, remove, transact } from "@/lib/store/transact"
import { readTarget, TipContent, TypedTarget, targetsMax } from "@/lib/tip"
import { isEmail } from "./contact"
import { DraftEntity } from "./draft.entity"

export const draftHoursMax = 24

/** Held against what a tip may hold, but kept as it was typed. */
const DraftTarget = TypedTarget.superRefine((typed, refinement) => {
  const target = readTarget(typed)
  if (typeof target === "string") refinement.addIssue({ code: "custom", params: { rule: target } })
})

const Draft = TipContent.omit({ locale: true, targets: true })
  .extend({
    targets: z.array(DraftTarget).min(1).max(targetsMax),
    hasFiles: z.enum(["yes", "no"]),
    news: z.literal("yes"),
  })
  .partial()
/** As much of a tip as its sender has filled in. */
export type Draft = z.infer<typeof Draft>

const Secret = z.base64url().length(43)

/**
 * Keeps a draft, in the place of what was kept under this secret before. Each answer in it is one that a tip may hold.
 * @throws {DomainError} invalid, also `contact-not-email` of who wants mails
 */
export const keepDraft = verb(
  { name: "tip.keepDraft", by: ["visitor"], input: z.object({ secret: Secret, draft: Draft }) },
  async (ctx, { secret, draft }): Promise<void> => {
    if (draft.news && !isEmail(draft.contact ?? "")) throw invalid(["draft", "contact"], "contact-not-email")
    const draftId = idOf(secret)
    const sealed = await encryptDraft(secret, draft)
    const expiresAt = Math.floor(Date.parse(ctx.now) / 1000) + draftHoursMax * 3_600
    await transact([put(DraftEntity.put({ draftId, sealed, expiresAt }))])
  },
)

/** @returns undefined where nothing was kept, or no longer is */
export const openDraft = verb(
  { name: "tip.openDraft", by: ["visitor"], input: z.object({ secret: Secret }) },
  async (ctx, { secret }): Promise<Draft | undefined> => {
    const { data } = await DraftEntity.get({ draftId: idOf(secret) }).go({ consistent: true })
    return data && data.expiresAt * 1000 > Date.parse(ctx.now) ? decryptDraft(secret, data.sealed) : undefined
  },
)

export const dropDraft = verb(
  { name: "tip.dropDraft", by: ["visitor"], input: z.object({ secret: Secret }) },
  async (_ctx, { secret }): Promise<void> => {
    await transact([remove(DraftEntity.delete({ draftId: idOf(secret) }))])
  },
)

const derived = (secret: string, use: string) =>
  new Uint8Array(hkdfSync("sha256", Buffer.from(secret, "base64url"), "", use, 32))

/** In hex, because keys do not tell capitals apart. */
const idOf = (secret: string) => Buffer.from(derived(secret, "draft-id")).toString("hex")

const encryptDraft = (secret: string, draft: Draft) =>
  new CompactEncrypt(Buffer.from(JSON.stringify(draft)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(derived(secret, "draft-key"))

const decryptDraft = async (secret: string, sealed: string): Promise<Draft> => {
  const { plaintext } = await compactDecrypt(sealed, derived(secret, "draft-key"))
  return JSON.parse(Buffer.from(plaintext).toString("utf8"))
}
