import { z } from "zod"
import { commit, type NewEvent, nextOf, seenAs } from "@/lib/audit"
import {
  type Context,
  personOf,
  personRefOf,
  requireApprover,
  requireFreshSignIn,
} from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { EvidenceId, TipId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { presignDownload } from "@/lib/store/objects/presign"
import { type Evidence, sealedKey } from "./evidence"
import { accessOf, needsSecondPerson, type Opening, openingAt } from "./opening"
import { changeEvidence, findEvidence } from "./record"
import { verdictOf } from "./scan/scan"

const linkSecondsMax = 60

const Ids = z.object({ tipId: TipId, evidenceId: EvidenceId })
const Reason = Written({ min: 5, max: 500 })

/**
 * A short-lived link to a sealed original, always as a download. Who opened it and why is recorded first.
 * @throws {DomainError} not-found; conflict `evidence-not-sealed`; forbidden `second-person`, when the original is not
 * known to be clean and nobody else said yes to this person; unauthenticated `sign-in-again`
 */
export const openOriginal = verb(
  {
    name: "evidence.openOriginal",
    by: ["moderator", "case-officer"],
    input: Ids.extend({ reason: Reason }),
  },
  async (ctx, { reason, ...ids }): Promise<{ url: string }> => {
    const evidence = await sealedEvidence(ids)
    const { id } = personOf(ctx)
    if (accessOf(evidence, id, ctx.now) !== "open")
      throw new DomainError("forbidden", { reason: "second-person" })
    requireFreshSignIn(ctx)
    const approvedBy = needsSecondPerson(evidence) ? evidence.opening?.approvedBy : undefined
    const data = { reason, verdict: verdictOf(evidence), approvedBy }
    await commit(ctx, {
      file: ids.tipId,
      subject: ids.evidenceId,
      from: evidence,
      event: { type: "evidence.original-opened", data },
      record: (next) => changeEvidence(evidence, next, {}),
    })
    const fileName = evidence.stored?.name ?? ids.evidenceId
    return { url: await presignDownload(sealedKey(ids), fileName, linkSecondsMax) }
  },
)

/**
 * Asks a second person to let one open an original that is not known to be clean. A newer wish takes an older one's
 * place, unless a colleague's is still waiting.
 * @throws {DomainError} not-found; conflict `evidence-not-sealed`, `original-open`, `opening-asked`
 */
export const askForOriginal = verb(
  {
    name: "evidence.askForOriginal",
    by: ["moderator", "case-officer"],
    input: Ids.extend({ reason: Reason }),
  },
  async (ctx, { reason, ...ids }): Promise<void> => {
    const evidence = await sealedEvidence(ids)
    if (!needsSecondPerson(evidence)) throw new DomainError("conflict", { reason: "original-open" })
    const { id } = personOf(ctx)
    if (accessOf(evidence, id, ctx.now) === "approve")
      throw new DomainError("conflict", { reason: "opening-asked" })
    const verdict = verdictOf(evidence)
    const opening = { reason, verdict, askedBy: personRefOf(ctx), askedAt: ctx.now }
    await changeOpening(ctx, evidence, opening, { type: "evidence.opening-asked", data: { reason, verdict } })
  },
)

/**
 * The second person's yes. Whoever asked has the rest of the working day to open it.
 * @throws {DomainError} not-found; unauthenticated `sign-in-again`; forbidden `second-person` for who asked; conflict with the last change, or
 * `opening-not-asked`
 */
export const approveOriginal = verb(
  {
    name: "evidence.approveOriginal",
    by: ["moderator", "case-officer"],
    input: seenAs(Ids.shape),
  },
  async (ctx, { version, ...ids }): Promise<void> => {
    const evidence = await sealedEvidence(ids)
    const asked = openingAt(evidence, ctx.now)
    const opening = await nextOf(
      { file: ids.tipId, subject: ids.evidenceId, version: evidence.version, seen: version },
      asked?.approvedBy ? undefined : asked,
      "opening-not-asked",
    )
    requireApprover(ctx, opening.askedBy)
    const { askedBy, reason, verdict } = opening
    const approved = { ...opening, approvedBy: personRefOf(ctx), approvedAt: ctx.now }
    const data = { askedBy, reason, verdict }
    await changeOpening(ctx, evidence, approved, { type: "evidence.opening-approved", data })
  },
)

const sealedEvidence = async (ids: z.output<typeof Ids>): Promise<Evidence> => {
  const evidence = await findEvidence(ids)
  if (!evidence) throw new DomainError("not-found", { reason: "evidence" })
  if (evidence.state !== "verified") throw new DomainError("conflict", { reason: "evidence-not-sealed" })
  return evidence
}

const changeOpening = (ctx: Context, evidence: Evidence, opening: Opening, event: NewEvent) =>
  commit(ctx, {
    file: evidence.tipId,
    subject: evidence.evidenceId,
    from: evidence,
    event,
    record: (next) => changeEvidence(evidence, next, { opening }),
  })
