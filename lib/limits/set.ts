import { setting } from "@/lib/kernel/config"
import { type LimitName, settingsNow } from "@/lib/settings"
import { limits } from "./limits"

/** How many reports a minute are normal of all: as administrators set it, else what the portal was deployed for. */
export const normalPerMinute = async (): Promise<number> =>
  (await settingsNow()).limits.reportsPerMinute ?? ownLimit("reportsPerMinute")

/** The count beyond which a limit refuses: as administrators set it, else the portal's own. */
export const countOf = async (name: keyof typeof limits): Promise<number> =>
  (await settingsNow()).limits[name] ?? ownLimit(name)

/** The portal's own number, which holds where administrators set none. */
export const ownLimit = (name: LimitName): number =>
  name === "reportsPerMinute" ? setting("REPORTS_PER_MINUTE_NORMAL") : limits[name].count
