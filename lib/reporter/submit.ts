import { z } from "zod"
import {
  Announcement,
  evidenceOf,
  filesPerTipMax,
  newEvidence,
  putEvidence,
  requireRoomFor,
} from "@/lib/evidence"
import { setting } from "@/lib/kernel/config"
import { keyedHash } from "@/lib/kernel/crypto"
import { DomainError, invalid, isDomainError } from "@/lib/kernel/errors"
import { randomText, type TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { Admission, admitBytes, admitReport, ReportKey, releaseBytes, requireOpen } from "@/lib/limits"
import { settingsNow } from "@/lib/settings"
import { ConditionFailed, put } from "@/lib/store/transact"
import {
  contentHashOf,
  createTip,
  findTip,
  isSameContent,
  newTip,
  shardOf,
  type Tip,
  TipContent,
} from "@/lib/tip"
import { canaryExpiry } from "./canary"
import { contactDueAt, encryptContact, isEmail } from "./contact/contact"
import { ContactEntity, contactShards } from "./contact/contact.entity"
import { newNews, offersNews, putNews } from "./news/news"
import { hashOfCode, newIdentity } from "./receipt"
import type { StoredTip } from "./submitted"

/** A tip as it is sent, with the files to come. */
export const Submission = TipContent.extend({
  evidence: z.array(Announcement).max(filesPerTipMax).default([]),
  idempotencyKey: ReportKey.optional(),
  /** Of a report from the public; absent from what the portal itself sends. */
  admission: Admission.optional(),
  /** A mail to the contact, when there is news. */
  news: z.boolean().optional(),
  demo: z.boolean().optional(),
  canary: z.boolean().optional(),
})

/**
 * Takes a citizen's tip. Once this returns, the tip is stored durably.
 * @throws {DomainError} invalid, also `contact-not-email`, `news-not-offered`; conflict `idempotency-key-reused`, when the key came before with another body;
 * unavailable while the valve is shut; what `admitReport` throws
 */
export const submitTip = verb(
  { name: "tip.submit", by: ["visitor", "system"], input: Submission },
  async (
    ctx,
    { evidence: announcements, idempotencyKey, admission, contact, news, demo, canary, ...content },
  ): Promise<StoredTip> => {
    if (news) requireEmail(contact)
    const key = idempotencyKey ?? randomText(32)
    requireRoomFor(announcements)
    const bytes = announcements.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    const { tipId, code } = newIdentity(key)
    const sent = {
      ...content,
      contact: contactMark(tipId, contact),
      news: news || undefined,
      evidence: announcements,
    }
    const tip: Tip = {
      ...newTip(ctx, tipId, content, contentHashOf(sent)),
      evidenceCount: announcements.length,
      hasContact: contact !== undefined,
      demo,
      ...(canary ? { canary, expiresAt: canaryExpiry(ctx.now) } : {}),
    }
    try {
      if (ctx.actor.kind !== "system") await requireOpen(announcements.length > 0 ? "uploads" : "reports")
      if (admission) await admitReport(ctx, { ...admission, key: idempotencyKey, sites: tip.sites })
      if (bytes > 0) await admitBytes(admission?.origin, bytes)
    } catch (error) {
      // What was stored before is there, whatever is refused by now.
      const first = idempotencyKey && isDomainError(error) ? await storedBefore(tip, code, sent) : undefined
      if (first) return first
      throw error
    }
    const evidence = announcements.map((said, index) => newEvidence(tipId, ctx.now, said, index))
    const contacts = [
      ...(contact ? [await putContact(tipId, contact, ctx.now)] : []),
      ...(news ? [putNews(newNews(tipId, content.locale))] : []),
    ]
    try {
      await createTip(ctx, tip, {
        codeHash: hashOfCode(tipId, code),
        evidenceIds: evidence.map(({ evidenceId }) => evidenceId),
        also: [...evidence.map(putEvidence), ...contacts],
      })
    } catch (error) {
      await releaseBytes(admission?.origin, bytes)
      if (idempotencyKey && error instanceof ConditionFailed) {
        const first = await storedBefore(tip, code, sent)
        if (first) return first
        throw keyReused()
      }
      throw isDomainError(error) && error.reason === "outcome-unknown" && !idempotencyKey
        ? new DomainError("unavailable", {
            reason: error.reason,
            retryAfterSeconds: error.retryAfterSeconds,
            retryKey: key,
          })
        : error
    }
    return { ...tip, code, evidence }
  },
)

const requireEmail = (contact: string | undefined) => {
  if (!offersNews()) throw invalid(["news"], "news-not-offered")
  if (contact === undefined || !isEmail(contact)) throw invalid(["contact"], "contact-not-email")
}

/** In the hash of what was sent stands no contact that could be guessed from it (docs/decisions/0026). */
const contactMark = (tipId: TipId, contact: string | undefined) =>
  contact === undefined ? undefined : keyedHash(setting("RECEIPT_KEY"), "contact", tipId, contact)

const putContact = async (tipId: TipId, contact: string, now: string) =>
  put(
    ContactEntity.create({
      tipId,
      sealed: await encryptContact(tipId, contact),
      isEmail: isEmail(contact),
      shard: shardOf({ tipId }) % contactShards,
      dueAt: contactDueAt(now, (await settingsNow()).retention.contactDays),
      row: { tipId },
    }),
  )

type Sent = Parameters<typeof isSameContent>[1]

/** @throws {DomainError} conflict `idempotency-key-reused` */
const storedBefore = async (tip: Tip, code: string, sent: Sent): Promise<StoredTip | undefined> => {
  const [stored, evidence] = await Promise.all([findTip(tip.tipId), evidenceOf(tip.tipId)])
  if (!stored) return undefined
  if (!isSameContent(stored, sent)) throw keyReused()
  return {
    ...stored,
    code,
    evidence: evidence.filter(({ announcedAt }) => announcedAt === stored.receivedAt),
  }
}

const keyReused = () => new DomainError("conflict", { reason: "idempotency-key-reused" })
