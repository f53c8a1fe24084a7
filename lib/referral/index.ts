export {
  acceptReferral,
  acknowledgeReferral,
  reportReferral,
  requireInInbox,
  returnReferral,
} from "./act-on-referral"
export { getReferralRecord } from "./find"
export { getReferral, listCaseReferrals, listReferrals, type ReferralFile } from "./list"
export { approveReferral, deliverReferral, draftReferral } from "./refer"
export {
  isActedOn,
  isDelivered,
  isOverdue,
  type Referral,
  type ReferralAct,
  type ReferralRow,
  type ReferralStatus,
  referralAfter,
  referralStatuses,
} from "./referral"
