import type { TipStatus } from "./tip"

export const tipActs = [
  "claim",
  "take-over",
  "release",
  "ask",
  "answer",
  "accept",
  "decline",
  "mark-duplicate",
  "reopen",
  "withdraw",
  "hand-over",
  "escalate",
  "appeal",
] as const
export type TipAct = (typeof tipActs)[number]
const table: Readonly<Record<TipStatus, Partial<Record<TipAct, TipStatus>>>> = {
  received: { claim: "screening", answer: "received", withdraw: "withdrawn" },
  screening: {
    claim: "screening",
    "take-over": "screening",
    release: "received",
    ask: "awaiting-reporter",
    answer: "screening",
    accept: "accepted",
    decline: "declined",
    "mark-duplicate": "duplicate",
    withdraw: "withdrawn",
    "hand-over": "screening",
    escalate: "received",
  },
  "awaiting-reporter": { claim: "screening", answer: "received", withdraw: "withdrawn" },
  accepted: { reopen: "received" },
  declined: { reopen: "received", appeal: "received" },
  duplicate: { reopen: "received" },
  withdrawn: {},
}

/** The status after an act, or undefined where the act is not possible. */
export const after = (status: TipStatus, act: TipAct): TipStatus | undefined => table[status][act]
