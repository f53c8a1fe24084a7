import { fences } from "@/infra/fence"

/** A day on which everybody reports. */
export const viralDay = {
  tips: 10_000_000,
  /** The busiest second, as a multiple of the mean. */
  peak: 10,
  /** Of all tips: about one and the same site; with a contact; with one file. */
  shares: { site: 0.3, contact: 0.3, file: 0.2 },
  /** Of all tips, from the network that sends most: a carrier's. */
  network: 0.02,
} as const

export const tipsPerSecond = (viralDay.tips / 86_400) * viralDay.peak

/**
 * What is taken for granted, measured on two shared cores by `npm run bench` and rounded up; a function has about one.
 * A journey through the form without script, which is the longest.
 */
export const assumed = {
  pagesOfTip: { count: 8, seconds: 0.03 },
  postsOfTip: { count: 7, seconds: 0.04 },
  submission: { seconds: 0.08 },
  inspection: { seconds: 2 },
  preview: { seconds: 5 },
  scanResult: { seconds: 0.1 },
  reaction: { seconds: 0.05 },
} as const

export const limits = {
  writesOfKey: 1_000,
  /** Of its limit, what a key may reach on that day. */
  shareMax: 0.7,
  writesOfNewTable: 4_000,
  writesOfTableQuota: 40_000,
  functionsOfAccount: 1_000,
  /** Records of a second that one shard of the stream takes; a partition of the table has one. */
  recordsOfShard: 1_000,
} as const

export const warmOf = (name: string): number =>
  name === "Table"
    ? fences.warm.table.writeUnitsPerSecond
    : name === "Limits"
      ? fences.warm.limits.writeUnitsPerSecond
      : fences.warm.index.writeUnitsPerSecond
