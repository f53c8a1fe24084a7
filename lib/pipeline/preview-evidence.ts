import { previewEvidence } from "@/lib/evidence"
import { contextFor } from "@/lib/kernel/context"
import { onArrival } from "./arrived-keys"

/** Objects that were sealed: their sanitised copies are made, which nobody waits for to go on. */
export const handler = onArrival("preview", async (key) => {
  await previewEvidence(contextFor({ kind: "system", name: "preview-evidence" }), { key })
})
