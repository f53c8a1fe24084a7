import { type Context, contextFor } from "@/lib/kernel/context"

/** Who keeps the sessions. */
export const gate = (now?: string): Context =>
  contextFor({ kind: "system", name: "gate" }, now ? { now } : {})
