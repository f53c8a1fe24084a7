import type { LimitName } from "@/lib/settings"

// All limits of the portal. What administrators may set in the console is in lib/settings/set-limits.ts; to change any
// other, or what holds where they set none, change its number here.

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** At most `count` within a time that begins with the first. `key` begins the counter's key in the limits table. */
export type Limit = { readonly key: string; readonly count: number; readonly windowSeconds: number }

export const limits = {
  /** Wrong receipts of one origin. Beyond, a wrong one is told to wait or work; a right one opens all the same. */
  wrongReceipts: { key: "receipt", count: 10, windowSeconds: hour },
  /** Files taken back of one tip. Each leaves two lines in the tip's chain, which must not grow without end. */
  discards: { key: "discards", count: 100, windowSeconds: day },
  /** Batches by one key of a right holder. */
  batches: { key: "batches", count: 60, windowSeconds: hour },
  /** What an authority's program says or asks, by its key. */
  updates: { key: "updates", count: 6_000, windowSeconds: hour },
  /** Look-ups of sites on the confirmed list by one origin. */
  siteChecks: { key: "site-check", count: 600, windowSeconds: hour },
  /** Objections by one origin. */
  objections: { key: "objections", count: 50, windowSeconds: day },
  /** The confirmed list, by one key. */
  siteLists: { key: "site-list", count: 120, windowSeconds: hour },
  /** Reports about one site. Beyond, a report about it counts as one in a busy time. */
  reportsOfSite: { key: "site", count: 1_000, windowSeconds: hour },
} satisfies Record<Exclude<LimitName, "reportsPerMinute">, Limit>

/** Reports or look-ups that the same work may stand for. */
export const usesOfWork: Limit = { key: "work", count: 1, windowSeconds: hour }

const gibibyte = 1024 ** 3

/** Bytes of evidence. A file that a form without JavaScript sends is known, and counted, only when it has come. */
export const evidenceBytes = {
  /** Of one tip: all its files together. */
  ofTip: 20 * gibibyte,
  /** Announced by one origin in a day: one address of a carrier may stand for thousands of people. */
  ofOrigin: { key: "bytes", count: 200 * gibibyte, windowSeconds: day },
  /** Come and kept in a day, of all together. */
  ofAll: { key: "bytes", count: 2_000 * gibibyte, windowSeconds: day },
  /** Of all that may come in a day, above which the alarm rings. */
  alarmShare: 0.8,
} as const

/**
 * Reports of one origin, as many as come in so many seconds of a normal minute (`normalPerMinute`): one
 * address of a carrier may stand for thousands of people. With proof more, since each has cost its sender something;
 * by the API more still, since a program may send for many people.
 */
export const reportsOfOrigin = {
  key: "origin",
  windowSeconds: hour,
  secondsOfNormal: { form: { plain: 12, proven: 120 }, api: { plain: 120, proven: 480 } },
} as const

/**
 * All reports, as a multiple of what is normal: above the first number it is busy, above the second a rush. Each process
 * looks at most every few seconds.
 */
export const load = {
  key: "load",
  windowSeconds: 5 * minute,
  seenSeconds: 2,
  busyAbove: 1,
  rushAbove: 4,
} as const

/** How busy the portal is; everything that is asked of a reporter follows from it. */
export const levels = ["calm", "busy", "rush"] as const
export type Level = (typeof levels)[number]

type Demand = {
  /** How long a form without proof must have been open. */
  readonly formSeconds: number
  /** Tries of a solver, each of `tryCost` rounds of PBKDF2: at least, and at most. */
  readonly tries: readonly [min: number, max: number]
  /** Whether the API takes no report without proof. */
  readonly apiNeedsProof: boolean
}

/** Rounds of one try: enough that what surrounds it costs little beside it. */
export const tryCost = 5_000

export const demands: Readonly<Record<Level, Demand>> = {
  calm: { formSeconds: 3, tries: [40, 120], apiNeedsProof: false },
  busy: { formSeconds: 10, tries: [160, 480], apiNeedsProof: true },
  rush: { formSeconds: 30, tries: [640, 1_920], apiNeedsProof: true },
}
