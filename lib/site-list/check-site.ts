import { z } from "zod"
import { invalid } from "@/lib/kernel/errors"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { countAgainst, Origin } from "@/lib/limits"
import { readTargets, type Target } from "@/lib/target"
import { type ListedSite, type Standing, standingsOf } from "./listed-site"
import { ListedSiteEntity } from "./listed-site.entity"

export type Checked = {
  /** What was asked about, as it was read. */
  readonly target: Target
  /** Absent where no case ever confirmed the site. */
  readonly standing?: Standing
}

/**
 * Whether one site is on the confirmed list. No other is named, and the list cannot be gone through.
 * @throws {DomainError} invalid where the text names none, `one-site` where it names several; limited
 */
export const checkSite = verb(
  {
    name: "site-list.check",
    by: ["visitor"],
    input: z.object({ typed: Written({ min: 1, max: 2_000 }), origin: Origin }),
  },
  async (_ctx, { typed, origin }): Promise<Checked> => {
    await countAgainst("siteChecks", origin)
    const target = siteAsked(typed)
    return { target, standing: await standingOfSite(target.site) }
  },
)

/**
 * The one site that a text names. Not a verb.
 * @throws {DomainError} invalid where it names none, `one-site` where it names several
 */
export const siteAsked = (typed: string): Target => {
  const readings = readTargets([typed])
  const [target] = readings.flatMap((reading) => ("target" in reading ? [reading.target] : []))
  if (!target)
    throw invalid(["typed"], readings.flatMap((one) => ("rule" in one ? [one.rule] : []))[0] ?? "required")
  if (new Set(readings.flatMap((one) => ("target" in one ? [one.target.site] : []))).size > 1)
    throw invalid(["typed"], "one-site")
  return target
}

/** The entries by which a site is on the list now. Not a verb. */
export const confirmingCases = async (site: string): Promise<ListedSite[]> => {
  const { data } = await ListedSiteEntity.query.site({ site }).go({ pages: "all" })
  return data.filter(({ removedAt }) => removedAt === undefined)
}

/** Not a verb: the verb that asks has authorised the read. @returns undefined where no case ever confirmed the site */
export const standingOfSite = async (site: string): Promise<Standing | undefined> => {
  const { data } = await ListedSiteEntity.query.site({ site }).go({ pages: "all" })
  return standingsOf(data)[0]
}
