import { z } from "zod"
import { checkAnswer, reportAnswer } from "@/lib/delivery"
import type { PersonRef } from "@/lib/kernel/actor"
import type { AuthorityId, ReferralId } from "@/lib/kernel/id"
import { MeasureInput } from "@/lib/measure"
import { type AuthorityAct, type ReferralStatus, ReturnReason } from "@/lib/referral"

/** What its authority's system knows a referral by, and says besides. */
const common = {
  reference: z.string().trim().min(1).max(100).optional(),
}
const said = { ...common, description: z.string().trim().max(3_000).optional() }

/** One step of an authority's work, as its own system tells it. */
export const UpdateContent = z.discriminatedUnion("status", [
  z.object({ status: z.literal("acknowledged"), ...said }),
  z.object({ status: z.literal("accepted"), ...said }),
  z.object({ status: z.literal("returned"), ...common, description: ReturnReason }),
  z.object({
    status: z.literal("measure"),
    ...common,
    description: MeasureInput.shape.note,
    measure: MeasureInput.pick({ metric: true, quantity: true, takenOn: true, site: true, document: true }),
  }),
  z.object({ status: z.literal("reported"), ...said }),
  z.object({ status: z.literal("report"), ...said, ...reportAnswer }).superRefine(checkAnswer),
])
export type UpdateContent = z.infer<typeof UpdateContent>

/** What the portal took of it. */
export type Update = {
  readonly updateId: string
  readonly referralId: ReferralId
  readonly authorityId: AuthorityId
  readonly content: UpdateContent
  /** Of the referral, with it. */
  readonly referralStatus: ReferralStatus
  readonly measureId?: string
  readonly receivedAt: string
  readonly by: PersonRef
}

/** The act that an update stands for; a measure moves no referral, nor does by itself what a host says of one report. */
export const actOf = (content: UpdateContent): AuthorityAct | undefined => {
  switch (content.status) {
    case "acknowledged":
      return { act: "acknowledge" }
    case "accepted":
      return { act: "accept" }
    case "returned":
      return { act: "return", reason: content.description }
    case "reported":
      return { act: "report" }
    case "measure":
    case "report":
      return undefined
  }
}
