import { runBatch } from "@/lib/batch"
import { contextFor } from "@/lib/kernel/context"
import { runImport } from "@/lib/measure"
import { onArrival } from "./arrived-keys"

/** Tables that arrived, and orders to go on with them: right holders' of reports, and the staff's of measures. */
export const handler = onArrival("batch", async (key) => {
  const ctx = contextFor({ kind: "system", name: "run-batch" })
  await runBatch(ctx, { key })
  await runImport(ctx, { key })
})
