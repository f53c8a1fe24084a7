import { fromIncomingKey, inspectEvidence, scanEvidence } from "@/lib/evidence"
import { contextFor } from "@/lib/kernel/context"
import { onArrival } from "./arrived-keys"

const context = () => contextFor({ kind: "system", name: "inspect-evidence" })

/** Objects that arrived in the evidence bucket: they are looked at, sealed and scanned. */
export const handler = onArrival("inspection", async (key) => {
  await inspectEvidence(context(), { key })
  const ids = fromIncomingKey(key)
  if (ids) await scanEvidence(context(), ids)
})
