/**
 * The types of event that something follows from (`react.ts`). The stream's filter names them, on AWS and locally, so
 * that no other is ever handed over. A tip's first event stands in the tip itself and comes with it. Each has to be a type of event, which the
 * table of reactions sees to (`stream.ts`).
 */
export const reactedTo = [
  "batch.confirmed",
  "case.closed",
  "case.referred",
  "case.reopened",
  "dead-letter.redriven",
  "evidence.rejected",
  "evidence.verified",
  "measure.confirmed",
  "measure.counted",
  "measure.recorded",
  "measure.reversed",
  "referral.approved",
  "referral.delivered",
  "referral.overdue",
  "referral.withdrawn",
  "reward.awarded",
  "reward.refused",
  "tip.accepted",
  "tip.appealed",
  "tip.asked",
  "tip.declined",
  "tip.joined-case",
  "tip.marked-duplicate",
  "tip.reopened",
  "tip.withdrawn",
] as const
