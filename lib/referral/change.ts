import type { Change, Head, NewEvent } from "@/lib/audit"
import { put, update, type Write } from "@/lib/store/transact"
import { type Referral, referralRow } from "./referral"
import { ReferralEntity, ReferralPointerEntity } from "./referral.entity"

type ReferralPatch = Partial<
  Pick<
    Referral,
    | "status"
    | "reason"
    | "draftedBy"
    | "approvedBy"
    | "collateral"
    | "deliveredAt"
    | "dueAt"
    | "remindedAt"
    | "acknowledgedAt"
    | "returnedAt"
    | "returnReason"
    | "withdrawReason"
  >
>

/** A changed referral, as one part of a commit. */
export const referralChange = (
  before: Referral,
  patch: ReferralPatch,
  event: NewEvent,
  also: readonly Write[] = [],
): Change => {
  const after = { ...before, ...patch }
  return {
    file: before.caseId,
    subject: before.referralId,
    from: before,
    event,
    record: (next) =>
      update(
        ReferralEntity.patch({ caseId: before.caseId, referralId: before.referralId })
          .set({ ...patch, ...next, row: referralRow(after) })
          .composite({
            authorityId: before.authorityId,
            ...(patch.status ? {} : { status: before.status }),
            draftedAt: before.draftedAt,
          })
          .where(({ version }, { eq }) => eq(version, before.version)),
      ),
    also,
  }
}

export const putReferral = (drafted: Referral, next: Head) =>
  put(ReferralEntity.create({ ...drafted, ...next, row: referralRow(drafted) }))

/** Leads whoever knows a referral by its id alone to its case. */
export const pointReferral = ({ referralId, caseId }: Referral): Write =>
  put(ReferralPointerEntity.put({ referralId, caseId }))
