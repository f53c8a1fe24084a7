/** What each audit event says was done; named as the event's type. */
export const deeds = {
  tip: {
    received: "tip received",
    claimed: "tip claimed",
    released: "tip given back to the queue",
    accepted: "tip accepted",
    declined: "tip declined",
    reopened: "tip reopened",
    "joined-case": "tip joined a case",
    "evidence-announced": "file announced",
    "contact-revealed": "reporter's contact revealed",
  },
  evidence: {
    verified: "file verified and sealed",
    rejected: "file rejected",
    "original-opened": "original file opened",
  },
  case: {
    opened: "case opened",
    "tip-joined": "tip added to the case",
    referred: "case referred",
    acting: "authority acting on the case",
    "closing-proposed": "closing proposed",
    closed: "case closed",
  },
  referral: {
    drafted: "referral drafted",
    approved: "referral approved",
    delivered: "referral delivered",
    acknowledged: "referral acknowledged",
    accepted: "referral accepted",
    returned: "referral returned",
    reported: "referral reported on",
  },
  measure: {
    recorded: "measure recorded",
    reversed: "measure reversed",
    counted: "measure counted into the running figure",
  },
  notice: {
    created: "notice begun",
    edited: "notice edited",
    submitted: "notice submitted for review",
    returned: "notice returned",
    published: "notice published",
  },
}
