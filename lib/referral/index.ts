export {
  type AuthorityAct,
  acceptReferral,
  acknowledgeReferral,
  commitAct,
  ReturnReason,
  reportReferral,
  requireInInbox,
  returnReferral,
} from "./act-on-referral"
export { confirmClosing, proposeClosing, reopenCase } from "./close-case"
export { getAuthorityReferral, getReferralRecord, referralsOf } from "./find"
export { getReferral, listCaseReferrals, listReferrals, type ReferralFile } from "./list"
export { mergeCases } from "./merge-cases"
export { countAttention, listOverdue, remindOverdue } from "./overdue"
export { approveReferral, deliverReferral, draftReferral, editReferral, withdrawReferral } from "./refer"
export {
  isActedOn,
  isDelivered,
  isEnded,
  isInboxStatus,
  isOverdue,
  type Referral,
  type ReferralAct,
  type ReferralRow,
  type ReferralStatus,
  referralAfter,
  referralStatuses,
} from "./referral"
