// The same handlers, filters and triggers as in infra/pipeline.ts.

import { beat } from "@/lib/health"
import { setting } from "@/lib/kernel/config"
import { contextFor } from "@/lib/kernel/context"
import { handler as deliver } from "@/lib/pipeline/deliver"
import { handler as inspectEvidence } from "@/lib/pipeline/inspect-evidence"
import { handler as news } from "@/lib/pipeline/news"
import { handler as previewEvidence } from "@/lib/pipeline/preview-evidence"
import { handler as react } from "@/lib/pipeline/react"
import { handler as runBatch } from "@/lib/pipeline/run-batch"
import { handler as sweep } from "@/lib/pipeline/sweep"
import { bucket } from "@/lib/store/table-description"
import { queueConsumer, streamConsumer } from "./consumers"
import { expireItems, expiringTables } from "./expire"

export const stream = [streamConsumer("react", react)]
const inBucket = setting("EVIDENCE_BUCKET")
export const arrivals = [
  queueConsumer(
    { name: "inspect-evidence", bucket: inBucket, prefix: bucket.incoming, lanes: 3 },
    inspectEvidence,
  ),
  // Each has a process of its own, for which there is a processor and memory.
  queueConsumer(
    { name: "preview-evidence", bucket: inBucket, prefix: bucket.sealed, lanes: 2 },
    previewEvidence,
  ),
  queueConsumer({ name: "run-batch", bucket: inBucket, prefix: bucket.batches, lanes: 2 }, runBatch),
]
const expiring = expiringTables({ table: setting("TABLE_NAME"), limits: setting("LIMITS_TABLE_NAME") })
export const repeated = [
  { name: "heartbeat", everyMs: 5_000, call: () => beat(contextFor({ kind: "system", name: "pump" }), {}) },
  { name: "sweep", everyMs: 60_000, call: sweep },
  { name: "expiry", everyMs: 3_600_000, call: () => expireItems(expiring) },
  { name: "news", everyMs: 1_000, call: news },
  { name: "deliver", everyMs: 2_000, call: deliver },
]
