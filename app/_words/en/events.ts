import type { EventType } from "@/lib/audit"

type Noun = EventType extends `${infer Name}.${string}` ? Name : never

/** Words for every type of audit event, `subject.verb-in-past` as `{ subject: { "verb-in-past": words } }`. */
type EventWords = {
  readonly [Name in Noun]: {
    readonly [Type in Extract<EventType, `${Name}.${string}`> as Type extends `${Name}.${infer Verb}`
      ? Verb
      : never]: string
  }
}

/** The action that each audit event records, by the event's type. */
export const events = {
  tip: {
    "taken-over": "tip taken over",
    received: "tip received",
    claimed: "tip claimed",
    released: "tip released to the queue",
    "handed-over": "tip handed to a colleague",
    escalated: "second opinion on the tip requested",
    appealed: "decision contested by the reporter",
    labelled: "labels of the tip changed",
    accepted: "tip accepted",
    declined: "tip declined",
    "marked-duplicate": "tip marked as a duplicate",
    withdrawn: "tip withdrawn by its reporter",
    moved: "tip moved to another case",
    asked: "reporter asked",
    answered: "question answered",
    reopened: "tip reopened",
    "joined-case": "tip joined a case",
    "evidence-announced": "file announced",
    "evidence-counted": "files counted again after an upload",
    "evidence-discarded": "file removed before it was uploaded",
    "contact-revealed": "reporter's contact viewed",
    "contact-erased": "reporter's contact erased",
    "news-requested": "e-mail notifications requested",
    "news-stopped": "e-mail notifications stopped",
  },
  note: { written: "note written" },
  "second-look": { asked: "second look at a decision due", given: "second look taken" },
  evidence: {
    verified: "file verified and sealed",
    rejected: "file rejected",
    previewed: "sanitised copy made, or given up",
    scanned: "file scanned for harmful code",
    "opening-asked": "opening of an original requested",
    "opening-approved": "opening of an original approved",
    "original-opened": "original file opened",
  },
  case: {
    "tip-left": "tip taken out of the case",
    opened: "case opened",
    "tip-joined": "tip added to the case",
    "tips-moved": "tips moved to another case",
    "tips-taken": "tips taken from another case",
    "split-off": "case split off from another",
    "opened-by-hand": "case opened by hand",
    merged: "case merged into another",
    "merge-undone": "merge undone",
    referred: "case referred",
    "referral-drafted": "referral of the case drafted",
    "action-started": "authority acting on the case",
    estimated: "scale of the case estimated",
    "closing-proposed": "closing proposed",
    closed: "case closed",
    reopened: "case reopened",
  },
  referral: {
    drafted: "referral drafted",
    edited: "referral edited",
    withdrawn: "referral withdrawn",
    approved: "referral approved",
    delivered: "referral delivered",
    overdue: "receipt of the referral overdue",
    acknowledged: "referral acknowledged",
    accepted: "referral accepted",
    returned: "referral returned",
    reported: "completion of the referral reported",
  },
  "known-good": {
    added: "domain added to those known as good",
    removed: "domain removed from those known as good",
  },
  objection: {
    received: "objection received",
    answered: "objection answered",
    decided: "objection decided",
  },
  reward: {
    claimed: "reward claimed",
    proposed: "decision on a reward proposed",
    awarded: "reward awarded",
    refused: "reward refused",
    paid: "reward paid",
  },
  site: { listed: "site put on the confirmed list", removed: "site removed from the confirmed list" },
  package: {
    queued: "package of the evidence due",
    built: "package of the evidence built",
    failed: "package of the evidence given up",
    opened: "package of the evidence downloaded",
  },
  key: {
    issued: "key issued to a right holder",
    revoked: "right holder's key revoked",
  },
  batch: {
    announced: "table announced by a right holder",
    checked: "trial run of a table done",
    confirmed: "table sent by its right holder",
    sent: "rows of a table stored as reports",
    stopped: "table stopped",
  },
  session: { ended: "session ended by an administrator" },
  measure: {
    recorded: "measure recorded",
    confirmed: "measure confirmed",
    refused: "measure refused",
    reversed: "measure reversed",
    counted: "measure included in the running count",
  },
  campaign: {
    "end-proposed": "end of the campaign proposed",
    "end-withdrawn": "proposed end of the campaign withdrawn",
    imported: "past campaign imported",
    opened: "campaign opened",
    ended: "campaign ended",
  },
  figures: {
    drafted: "figures drafted",
    discarded: "draft of figures discarded",
    published: "figures published",
  },
  settings: {
    "entry-saved": "wording of the desk changed",
    "targets-set": "targets of the desk changed",
    "limits-set": "limits changed",
    "contacts-set": "contacts of the portal changed",
  },
  person: { left: "person marked as having left", returned: "person marked as having returned" },
  "dead-letter": {
    redriven: "failed event tried again",
    done: "failed event dealt with",
    failed: "failed event failed again",
  },
  "day-log": { closed: "log of the day’s reports closed" },
  valve: { shut: "public intake closed", opened: "public intake opened" },
  notice: {
    created: "notice created",
    edited: "notice edited",
    submitted: "notice submitted for review",
    returned: "notice returned for changes",
    published: "notice published",
  },
  authority: {
    registered: "authority registered",
    created: "authority added",
    edited: "authority edited",
    "webhook-set": "webhook of the authority set",
    "webhook-removed": "webhook of the authority removed",
    "secret-added": "second webhook secret added",
    "secret-ended": "older webhook secret ended",
  },
  routing: {
    drafted: "draft of the routing rules changed",
    "draft-discarded": "draft of the routing rules discarded",
    published: "routing rules put in force",
  },
  "agency-key": { issued: "key issued to an authority", revoked: "authority’s key revoked" },
  delivery: {
    queued: "webhook queued",
    done: "webhook received by the authority",
    parked: "webhook given up after failed attempts",
    replayed: "webhook sent again by hand",
  },
} satisfies EventWords
