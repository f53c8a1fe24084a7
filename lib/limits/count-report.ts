import { randomInt } from "node:crypto"
import { kept } from "@/lib/kernel/kept"
import { countedIn, countOne } from "@/lib/store/counter"
import { limits, load, reportsOfOrigin } from "./limits"
import { normalPerMinute } from "./set"

/** So many counted reports of a normal window that chance hardly moves the level. */
const countedOfWindow = 100

/** Of how many reports one is counted, for all of them; where few are normal, each is. */
const oneIn = async () => {
  const reportsOfWindow = ((await normalPerMinute()) * load.windowSeconds) / 60
  return Math.max(1, Math.floor(reportsOfWindow / countedOfWindow))
}

/** A portal that was told another normal begins another counter, in which a count stands for as many as in no other. */
const counterOf = (weight: number) => `one-in-${weight}`

const seen = kept(load.seenSeconds, async () => (await countedIn(load, counterOf(await oneIn()))).count)

/** About how many reports came in the present window of the load, as it was at most `load.seenSeconds` ago. */
export const reportsInWindow = (): Promise<number> => seen.get()

/** Counts one report of all, or lets it stand for those that are not counted. */
const countOfAll = async (): Promise<number> => {
  const weight = await oneIn()
  if (randomInt(weight) > 0) return reportsInWindow()
  const { count } = await countOne(load, counterOf(weight), weight)
  seen.set(count)
  return count
}

/** Counts one report in all its windows, and says how many there are with it; of all, about how many. */
export const countReport = async (origin: string, sites: readonly string[]) => {
  const [ofAll, ofOrigin, ...ofSites] = await Promise.all([
    countOfAll(),
    countOne(reportsOfOrigin, origin),
    ...sites.map((site) => countOne(limits.reportsOfSite, site)),
  ])
  return { all: ofAll, ofOrigin, ofSite: Math.max(0, ...ofSites.map(({ count }) => count)) }
}
