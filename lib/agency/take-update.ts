import { z } from "zod"
import { isLostRace } from "@/lib/audit"
import type { ReportAnswer } from "@/lib/delivery"
import { type Context, officialRefOf } from "@/lib/kernel/context"
import { canonical, sha256 } from "@/lib/kernel/crypto"
import { DomainError, isDomainError } from "@/lib/kernel/errors"
import { encode, ReferralId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { verb } from "@/lib/kernel/verb"
import { countAgainst } from "@/lib/limits"
import { recordMeasure } from "@/lib/measure"
import { commitAct, getAuthorityReferral, type Referral, referralAfter, requireInInbox } from "@/lib/referral"
import { ConditionFailed, put, transact, type Write } from "@/lib/store/transact"
import { commitAnswer } from "./answer-report"
import { actOf, type Update, UpdateContent } from "./update"
import { UpdateEntity } from "./update.entity"

const shortHash = (text: string) => encode(Buffer.from(sha256(text), "hex")).slice(0, 16)

/**
 * Takes what an authority's program says of a referral. The same under the same key is taken once, and answered alike.
 * @returns `isNew` false where it was taken before
 * @throws {DomainError} not-found, also for another authority's; conflict `referral-status` where the referral is at
 * another step, `case-status`, `report-completed`, `idempotency-key-reused`; invalid `report-unknown`; limited; what
 * `recordMeasure` throws
 */
export const takeUpdate = verb(
  {
    name: "agency.takeUpdate",
    by: ["agency"],
    input: z.object({
      referralId: ReferralId,
      idempotencyKey: z.string().min(8).max(200),
      content: UpdateContent,
    }),
  },
  async (ctx, { referralId, idempotencyKey, content }): Promise<Update & { isNew: boolean }> => {
    if (ctx.actor.kind !== "agency") throw new DomainError("forbidden")
    const { authorityId, keyId } = ctx.actor
    await countAgainst("updates", keyId)
    const referral = await getAuthorityReferral(authorityId, referralId)
    requireInInbox(ctx, referral)
    const updateId = `upd_${shortHash(`${authorityId} ${idempotencyKey}`)}`
    const draft: Draft = {
      updateId,
      referralId,
      authorityId,
      content,
      receivedAt: ctx.now,
      by: officialRefOf(ctx),
    }
    const known = await takenBefore(draft)
    if (known) return known
    try {
      return { ...(await take(ctx, referral, draft)), isNew: true }
    } catch (error) {
      // A twin of this request was faster: it has moved the referral, or is writing the same at this moment.
      const isPassedBy =
        error instanceof ConditionFailed || (isDomainError(error) && error.code === "conflict")
      const taken = isPassedBy ? await takenBefore(draft) : undefined
      if (taken) return taken
      throw error
    }
  },
)

type Draft = Omit<Update, "referralStatus" | "measureId">

/** @throws {DomainError} conflict `idempotency-key-reused` */
const takenBefore = async (draft: Draft): Promise<(Update & { isNew: false }) | undefined> => {
  const { data } = await UpdateEntity.get({ updateId: draft.updateId }).go({ consistent: true })
  if (!data) return undefined
  const saidIn = ({ referralId, content }: Pick<Update, "referralId" | "content">) =>
    canonical({ referralId, content })
  if (saidIn(data) !== saidIn(draft)) throw new DomainError("conflict", { reason: "idempotency-key-reused" })
  return { ...data, isNew: false }
}

const putUpdate = (update: Update): Write => put(UpdateEntity.create(update))

const take = async (ctx: Context, referral: Referral, draft: Draft): Promise<Update> => {
  const { content } = draft
  if (content.status === "report") return retry(() => takeAnswer(ctx, referral, draft, content), isLostRace)
  const act = actOf(content)
  if (!act) return takeMeasure(ctx, referral, draft)
  // The staff changes the same referral now and then: that is no reason to send a program back.
  return retry(async () => {
    const latest = await getAuthorityReferral(referral.authorityId, referral.referralId)
    const referralStatus = referralAfter(latest.status, act.act)
    if (!referralStatus) throw new DomainError("conflict", { reason: "referral-status" })
    const update = { ...draft, referralStatus }
    await commitAct(ctx, latest, referralStatus, act, [putUpdate(update)])
    return update
  }, isLostRace)
}

/** Who says anything of a report has the referral. */
const takeAnswer = async (
  ctx: Context,
  { authorityId, referralId }: Referral,
  draft: Draft,
  answer: ReportAnswer,
): Promise<Update> => {
  const latest = await getAuthorityReferral(authorityId, referralId)
  const update = { ...draft, referralStatus: referralAfter(latest.status, "acknowledge") ?? latest.status }
  await commitAnswer(ctx, latest, answer, [putUpdate(update)])
  return update
}

/** The entry is made under a key of its own, so that a second try after a crash finds the first. */
const takeMeasure = async (
  ctx: Context,
  { caseId, referralId, status }: Referral,
  draft: Draft,
): Promise<Update> => {
  const { content, updateId } = draft
  if (content.status !== "measure") throw new DomainError("conflict", { reason: "referral-status" })
  const { measure, description: note, reference } = content
  // What an authority's system says under its key is itself the document, by the authority's number where it has one.
  const document = measure.document || reference || updateId
  const { measureId } = await recordMeasure(ctx, {
    caseId,
    referralId,
    ...measure,
    document,
    note,
    lateReason: note ?? document,
    key: shortHash(updateId),
  }).catch(withPath)
  const update = { ...draft, referralStatus: status, measureId }
  await transact([putUpdate(update)])
  return update
}

/** A complaint about the measure points into the update. */
const withPath = (error: unknown): never => {
  if (!isDomainError(error) || error.code !== "invalid") throw error
  const issues = error.issues.map((issue) => ({ ...issue, path: ["measure", ...issue.path] }))
  throw new DomainError("invalid", { issues })
}
