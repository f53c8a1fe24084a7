import type { TipStatus } from "./tip"

export type TipAct = "claim" | "release" | "accept" | "decline" | "reopen"

const table: Readonly<Record<TipStatus, Partial<Record<TipAct, TipStatus>>>> = {
  received: { claim: "screening" },
  screening: { claim: "screening", release: "received", accept: "accepted", decline: "declined" },
  "awaiting-reporter": { claim: "screening", accept: "accepted", decline: "declined" },
  accepted: { reopen: "received" },
  declined: { reopen: "received" },
  duplicate: { reopen: "received" },
}

/** The status after an act, or undefined where the act is not possible. */
export const after = (status: TipStatus, act: TipAct): TipStatus | undefined => table[status][act]
