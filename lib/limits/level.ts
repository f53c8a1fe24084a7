import { type Level, load } from "./limits"

/**
 * @param reports so many in the present window of the load
 * @param normalPerMinute what the portal is made for
 */
export const levelOf = (reports: number, normalPerMinute: number): Level => {
  const share = reports / ((normalPerMinute * load.windowSeconds) / 60)
  if (share > load.rushAbove) return "rush"
  return share > load.busyAbove ? "busy" : "calm"
}

/** What more reports about one site than `max` make of a level. */
export const levelAbout = (level: Level, reportsOfSite: number, max: number): Level =>
  level === "calm" && reportsOfSite > max ? "busy" : level
