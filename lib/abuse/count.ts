import { countedIn, countOne } from "@/lib/store/limit"
import { loadWindowSeconds, siteWindowSeconds } from "./level"

const originWindowSeconds = 3600

const load = { key: "load", windowSeconds: loadWindowSeconds }

export const reportsInWindow = () => countedIn(load)

/** Counts one report in all its windows, and says how many there are with it. */
export const countReport = async (origin: string, sites: readonly string[]) => {
  const [all, ofOrigin, ...ofSites] = await Promise.all([
    countOne(load),
    countOne({ key: `origin:${origin}`, windowSeconds: originWindowSeconds }),
    ...sites.map((site) => countOne({ key: `site:${site}`, windowSeconds: siteWindowSeconds })),
  ])
  return { all, ofOrigin, ofSite: Math.max(0, ...ofSites.map(({ count }) => count)) }
}
