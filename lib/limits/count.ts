import { randomInt } from "node:crypto"
import { setting } from "@/lib/kernel/config"
import { countedIn, countOne } from "@/lib/store/limit"
import { loadWindowSeconds, siteWindowSeconds } from "./level"

const originWindowSeconds = 3600

/** One record takes about 1,000 writes a second: in a rush, one counter of everything would refuse them. */
const countersMax = 16
/** So many reports of a normal window to a counter that chance hardly moves the level. */
const reportsPerCounter = 100

const spread = () => {
  const reportsOfWindow = (setting("REPORTS_PER_MINUTE_NORMAL") * loadWindowSeconds) / 60
  const counters = Math.min(countersMax, Math.max(1, Math.floor(reportsOfWindow / reportsPerCounter)))
  return { counters, load: { key: `load:${randomInt(counters)}`, windowSeconds: loadWindowSeconds } }
}

/** About how many reports came in the present window of `loadWindowSeconds`. */
export const reportsInWindow = async () => {
  const { counters, load } = spread()
  return counters * (await countedIn(load))
}

/** Counts one report in all its windows, and says how many there are with it; of all, about how many. */
export const countReport = async (origin: string, sites: readonly string[]) => {
  const { counters, load } = spread()
  const [all, ofOrigin, ...ofSites] = await Promise.all([
    countOne(load),
    countOne({ key: `origin:${origin}`, windowSeconds: originWindowSeconds }),
    ...sites.map((site) => countOne({ key: `site:${site}`, windowSeconds: siteWindowSeconds })),
  ])
  return {
    all: counters * all.count,
    ofOrigin,
    ofSite: Math.max(0, ...ofSites.map(({ count }) => count)),
  }
}
