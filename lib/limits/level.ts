import { type Level, limits, load } from "./limits"

/**
 * @param reports so many in the present window of the load
 * @param normalPerMinute what the portal is made for
 */
export const levelOf = (reports: number, normalPerMinute: number): Level => {
  const share = reports / ((normalPerMinute * load.windowSeconds) / 60)
  if (share > load.rushAbove) return "rush"
  return share > load.busyAbove ? "busy" : "calm"
}

/** What many reports about one site make of a level. */
export const levelAbout = (level: Level, reportsOfSite: number): Level =>
  level === "calm" && reportsOfSite > limits.reportsOfSite.count ? "busy" : level
