import { z } from "zod"
import { CaseId, EvidenceId, MessageId } from "@/lib/kernel/id"
import { event, PersonRef } from "./event-schema"

const Ids = z.array(z.string()).readonly()
/** A message is named by the hash of its text; the text itself is a record of its own. */
const messageHash = { messageId: MessageId, textHash: z.string() }

export const tipEvents = () =>
  [
    event("tip.received", { contentHash: z.string(), evidence: Ids }),
    event("tip.claimed", {}),
    event("tip.taken-over", { from: PersonRef }),
    event("tip.released", {}),
    event("tip.handed-over", { to: PersonRef }),
    event("tip.escalated", { reason: z.string() }),
    event("tip.appealed", messageHash),
    event("tip.labelled", { labels: Ids }),
    event("tip.accepted", { campaign: z.string(), note: z.string().optional(), sites: Ids }),
    event("tip.declined", {
      reason: z.string(),
      note: z.string().optional(),
      /** What the reporter reads instead of the reason's own words. */
      wording: z.string().optional(),
    }),
    event("tip.marked-duplicate", { duplicateOf: z.string() }),
    event("tip.asked", messageHash),
    event("tip.answered", { ...messageHash, replyTo: z.string().optional() }),
    event("tip.reopened", {
      reason: z.string(),
      /** The case that it was taken out of. */
      leftCase: CaseId.optional(),
    }),
    event("tip.withdrawn", {}),
    event("tip.moved", { from: CaseId, to: CaseId, reason: z.string() }),
    event("tip.joined-case", { caseId: CaseId }),
    event("tip.evidence-announced", {
      evidence: Ids.optional(),
      /** Unused upload slots that gave way to these files. */
      insteadOf: Ids.optional(),
      /** The one file, in events from before several could be announced at once. */
      evidenceId: EvidenceId.optional(),
    }),
    event("tip.evidence-counted", { evidenceCount: z.int() }),
    event("tip.evidence-discarded", { evidence: Ids }),
    event("tip.contact-revealed", { reason: z.string() }),
    event("tip.contact-erased", {
      because: z.enum(["withdrawn", "retention"]).optional(),
      /** SHA-256 of the encrypted record that was deleted. */
      sealedHash: z.string().optional(),
    }),
    event("note.written", { textHash: z.string() }),
    event("second-look.asked", { isGolden: z.boolean().optional() }),
    event("second-look.given", { verdict: z.string() }),
    event("day-log.closed", { size: z.int(), root: z.string() }),
    event("tip.news-requested", {}),
    event("tip.mail-replayed", {}),
    event("tip.news-stopped", { because: z.enum(["reporter", "link", "refused", "no-contact"]) }),
  ] as const
