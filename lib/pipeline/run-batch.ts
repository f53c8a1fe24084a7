import { runBatch } from "@/lib/batch"
import { contextFor } from "@/lib/kernel/context"
import { onArrival } from "./arrived-keys"

/** Tables of right holders that arrived, and orders to send them: each is gone through row by row. */
export const handler = onArrival("batch", async (key) => {
  await runBatch(contextFor({ kind: "system", name: "run-batch" }), { key })
})
