/**
 * The one description of the stores: SST's Dynamo, the local CreateTable and the test that checks every
 * entity's indexes read it. Plain data, because the SST program and the local servers both import it.
 */
export const table = {
  key: { hash: "pk", range: "sk" },
  indexes: {
    /** Worklists: sparse, sharded by status; carries just what a list shows, so that a page needs no second read. */
    worklist: { hash: "wl_pk", range: "wl_sk", carries: ["__edb_e__", "__edb_v__", "row"] },
    /** Belongs-to: records of one parent that lives in another partition. */
    parent: { hash: "pa_pk", range: "pa_sk", carries: "all" },
    /** What the staff did, by day: events that are items of their own. */
    day: { hash: "day_pk", range: "day_sk", carries: "all" },
    /** The same of decisions, whose events their records carry: a later change of the record costs it nothing. */
    decisions: { hash: "dc_pk", range: "dc_sk", carries: ["__edb_e__", "__edb_v__", "decision"] },
  },
  ttl: "expiresAt",
  stream: "new-image",
} as const

/** The counters of lib/store/counter.ts. */
export const limits = { key: { hash: "key" }, ttl: "expire" } as const

/**
 * Key prefixes of the evidence bucket. `incoming/`, `batches/` and `batch-results/` expire; `evidence/` is under Object
 * Lock; `packages/` are made of it.
 */
export const bucket = {
  incoming: "incoming/",
  sealed: "evidence/",
  preview: "preview/",
  packages: "packages/",
  /** Hashes of the reports of each day, under Object Lock. */
  dayLogs: "day-logs/",
  /** Right holders' tables, and the orders to send what is in them. */
  batches: "batches/",
  batchResults: "batch-results/",
  /** So long an upload is waited for; what was refused is kept as long, and its sender told at once. */
  incomingDaysMax: 2,
  /** After this the bucket itself deletes what nobody could inspect: as long as its message waits in a queue. */
  incomingDaysKept: 14,
  batchDaysKept: 30,
} as const
