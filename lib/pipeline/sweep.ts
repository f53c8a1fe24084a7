import { sweepIncoming } from "@/lib/evidence"
import { contextFor } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"

/** On a schedule: looks after uploads whose event was lost, and clears away what expired. */
export const handler = async (): Promise<void> => {
  const swept = await sweepIncoming(contextFor({ kind: "system", name: "sweep" }), {})
  log.info(swept, "swept")
}
