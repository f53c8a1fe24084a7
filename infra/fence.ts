/** What keeps one part of the portal from starving another; plain data, which `npm run simulate` reads as well. */
export const fences = {
  /** Functions of the site at once: kept free for it, and no more than it may take of the account's 1,000, unless raised. */
  site: Number(process.env.SITE_CONCURRENCY ?? 600),
  /** Files inspected at once. A flood of files waits in its queue, and the form goes on. */
  inspections: 120,
  /** Sanitised copies drawn at once. */
  previews: 130,
  /** Tables of right holders gone through at once. */
  batches: 4,
  /** Scan results recorded at once. */
  scanResults: 40,
  /** Reactions at once for each shard of the stream; events of one file stay in order. */
  reactionsOfShard: 4,
  /** Writes and reads a second that a new table takes at once; without them it begins with 4,000 and 12,000. */
  warm: {
    table: { writeUnitsPerSecond: 24_000, readUnitsPerSecond: 40_000 },
    limits: { writeUnitsPerSecond: 8_000, readUnitsPerSecond: 12_000 },
    index: { writeUnitsPerSecond: 8_000, readUnitsPerSecond: 12_000 },
  },
} as const
