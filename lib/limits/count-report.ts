import { randomInt } from "node:crypto"
import { setting } from "@/lib/kernel/config"
import { countedIn, countOne } from "@/lib/store/counter"
import { limits, load, reportsOfOrigin } from "./limits"

/** One record takes about 1,000 writes a second: in a rush, one counter of everything would refuse them. */
const countersMax = 16
/** So many reports of a normal window to a counter that chance hardly moves the level. */
const reportsPerCounter = 100

const spread = () => {
  const reportsOfWindow = (setting("REPORTS_PER_MINUTE_NORMAL") * load.windowSeconds) / 60
  const counters = Math.min(countersMax, Math.max(1, Math.floor(reportsOfWindow / reportsPerCounter)))
  return { counters, one: String(randomInt(counters)) }
}

/** About how many reports came in the present window of the load. */
export const reportsInWindow = async () => {
  const { counters, one } = spread()
  return counters * (await countedIn(load, one)).count
}

/** Counts one report in all its windows, and says how many there are with it; of all, about how many. */
export const countReport = async (origin: string, sites: readonly string[]) => {
  const { counters, one } = spread()
  const [all, ofOrigin, ...ofSites] = await Promise.all([
    countOne(load, one),
    countOne(reportsOfOrigin, origin),
    ...sites.map((site) => countOne(limits.reportsOfSite, site)),
  ])
  return {
    all: counters * all.count,
    ofOrigin,
    ofSite: Math.max(0, ...ofSites.map(({ count }) => count)),
  }
}
