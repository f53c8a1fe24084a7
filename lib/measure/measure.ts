import { z } from "zod"
import { type Metric, metrics } from "@/lib/campaign"
import type { PersonRef } from "@/lib/kernel/actor"
import { CaseId, MeasureId, ReferralId } from "@/lib/kernel/id"

/** An entry of the ledger: never changed; a mistake is met by an entry that reverses it. */
export type Measure = {
  readonly measureId: MeasureId
  readonly caseId: CaseId
  readonly referralId?: ReferralId
  readonly campaign: string
  readonly metric: Metric
  /** In the metric's unit (websites, links, items, cases, CNY); negative in a reversal. */
  readonly quantity: number
  /** The day the measure was taken. */
  readonly takenOn: string
  readonly recordedAt: string
  readonly recordedBy: PersonRef
  readonly note?: string
  /** The entry that this one takes back. */
  readonly reverses?: string
  /** When it was added to the running figure. */
  readonly countedAt?: string
  readonly demo?: boolean
  /** Its quantity is beyond what one entry plausibly says: it counts only once a second person has confirmed it. */
  readonly needsConfirmation?: boolean
  readonly confirmedAt?: string
  readonly confirmedBy?: PersonRef
  readonly refusedAt?: string
  readonly refusedReason?: string
}

export const MeasureInput = z.object({
  caseId: CaseId,
  referralId: ReferralId.optional(),
  metric: z.enum(metrics),
  quantity: z.int().min(1).max(1_000_000_000_000),
  takenOn: z.iso.date(),
  note: z.string().trim().max(1_000).optional(),
  /** The form's own key: the same form sent twice records one measure. */
  key: z
    .string()
    .regex(/^[0-9a-z]{16}$/)
    .optional(),
})

export const reversalId = (measureId: MeasureId) => MeasureId.parse(`${measureId}-reversal`)
