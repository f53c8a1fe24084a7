import { z } from "zod"
import { type Metric, metrics } from "@/lib/campaign"
import type { PersonRef } from "@/lib/kernel/actor"
import { canonical } from "@/lib/kernel/crypto"
import { type AuthorityId, CaseId, MeasureId, ReferralId } from "@/lib/kernel/id"
import type { Category } from "@/lib/tip"

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
  /** Who took it; absent where it was the copyright administration itself, and of entries from before it was kept. */
  readonly authorityId?: AuthorityId
  /** Of the report that began its case; absent of entries from before it was kept. */
  readonly category?: Category
  /** Against which of the case's sites; absent where it was about the whole case. */
  readonly site?: string
  /** Number or title of the document that shows it. */
  readonly document?: string
  /** Why there is none. Of both, a reversal and entries from before have neither. */
  readonly noDocument?: string
  /** Why it was recorded when its case was closed. */
  readonly lateReason?: string
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
  site: z.string().max(500).optional(),
  document: z.string().trim().max(300).optional(),
  noDocument: z.string().trim().max(1_000).optional(),
  /** Without it nothing is recorded in a closed case. */
  lateReason: z.string().trim().max(1_000).optional(),
  /** The form's own key: the same form sent twice records one measure. */
  key: z
    .string()
    .regex(/^[0-9a-z]{16}$/)
    .optional(),
})

export const reversalId = (measureId: MeasureId) => MeasureId.parse(`${measureId}-reversal`)

/** What an entry says of a measure; the rest is of when and by whom it was recorded. */
export const said = ({
  metric,
  quantity,
  takenOn,
  referralId,
  note,
  site,
  document,
  noDocument,
}: Pick<
  Measure,
  "metric" | "quantity" | "takenOn" | "referralId" | "note" | "site" | "document" | "noDocument"
>) => canonical({ metric, quantity, takenOn, referralId, note, site, document, noDocument })
