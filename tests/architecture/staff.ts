import type { Caller } from "@/lib/kernel/verb"

export const insiders: readonly Caller[] = ["moderator", "case-officer", "auditor", "administrator"]
export const staff: readonly Caller[] = [
  "moderator",
  "case-officer",
  "agency-officer",
  "publisher",
  "auditor",
  "administrator",
]
