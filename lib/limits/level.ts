/** How busy the portal is; everything that is asked of a reporter follows from it. */
export const levels = ["calm", "busy", "rush"] as const
export type Level = (typeof levels)[number]

export const loadWindowSeconds = 300
export const siteWindowSeconds = 3600

/** Beyond so many reports about one site in an hour, a report about it counts as one in a busy time. */
export const reportsPerSiteMax = 1_000

const busyAt = 1
const rushAt = 4

/**
 * @param reports so many in this window of five minutes
 * @param normalPerMinute what the portal is made for
 */
export const levelOf = (reports: number, normalPerMinute: number): Level => {
  const share = reports / ((normalPerMinute * loadWindowSeconds) / 60)
  if (share > rushAt) return "rush"
  return share > busyAt ? "busy" : "calm"
}

/** What many reports about one site make of a level. */
export const levelAbout = (level: Level, reportsOfSite: number): Level =>
  level === "calm" && reportsOfSite > reportsPerSiteMax ? "busy" : level

export type Demand = {
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
