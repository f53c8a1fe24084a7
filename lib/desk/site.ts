import { z } from "zod"
import { type CaseRow, caseRow, openCasesOf } from "@/lib/case"
import { dayInBeijing } from "@/lib/kernel/day"
import type { TipId } from "@/lib/kernel/id"
import { clipped } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { type Standing, standingOfSite } from "@/lib/site-list"
import { cursorOf, type Page, pageOf, pageSize } from "@/lib/store/page"
import { latestOfSite, rowOf, type Tip, type TipRow, type TipStatus, tipsNamed, tipsOfSite } from "@/lib/tip"

/** What the page of a site counts is counted over so many of its latest tips: a site may have millions. */
export const countedMax = 300

const excerptLength = 160

/** A tip among others of its site. */
export type SiteRow = TipRow & {
  readonly version: number
  readonly excerpt: string
  readonly caseId?: string
  readonly declined?: string
}

export type SiteView = {
  readonly site: string
  /** What its tips call it, where it is no address: an app's name. */
  readonly name?: string
  readonly cases: readonly CaseRow[]
  /** Other sites of those cases: mirrors, as a rule. */
  readonly mirrors: readonly string[]
  /** Where it stands on the confirmed list; absent where it never was on it. */
  readonly standing?: Standing
  readonly tips: Page<SiteRow>
  /** Of its latest tips, at most `countedMax`. */
  readonly counted: {
    readonly tips: number
    readonly isAll: boolean
    readonly byStatus: Readonly<Partial<Record<TipStatus, number>>>
    /** Days in Beijing on which any came, in their order. */
    readonly byDay: readonly { readonly day: string; readonly count: number }[]
  }
}

/** All that is known of one site, beside the tips that name it, oldest first. The cost does not grow with the tips. */
export const viewSite = verb(
  {
    name: "desk.viewSite",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ site: z.string().min(1).max(500), cursor: cursorOf("tip").optional() }),
  },
  async (_ctx, { site, cursor }): Promise<SiteView> => {
    const [listed, latest, cases, standing] = await Promise.all([
      tipsOfSite(site, cursor, pageSize + 1),
      latestOfSite(site, countedMax + 1),
      openCasesOf(site),
      standingOfSite(site),
    ])
    const recent = latest.slice(0, countedMax)
    const stands = await tipsNamed(recent)
    return {
      site,
      name: nameIn([...listed, ...stands], site),
      cases: cases.map(caseRow),
      mirrors: [...new Set(cases.flatMap(({ sites }) => sites))].filter((one) => one !== site),
      standing,
      tips: pageOf(listed.map(siteRow), ({ receivedAt, tipId }: { receivedAt: string; tipId: TipId }) => ({
        at: receivedAt,
        id: tipId,
      })),
      counted: {
        tips: recent.length,
        isAll: latest.length <= countedMax,
        byStatus: countedBy(stands.map(({ status }) => status)),
        byDay: Object.entries(countedBy(recent.map(({ receivedAt }) => dayInBeijing(receivedAt))))
          .map(([day, count = 0]) => ({ day, count }))
          .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      },
    }
  },
)

const siteRow = (tip: Tip): SiteRow => ({
  ...rowOf(tip),
  version: tip.version,
  excerpt: clipped(tip.description, excerptLength),
  caseId: tip.caseId,
  declined: tip.declined?.reason,
})

const countedBy = <Name extends string>(names: readonly Name[]): Partial<Record<Name, number>> =>
  names.reduce<Partial<Record<Name, number>>>(
    (counts, name) => Object.assign(counts, { [name]: (counts[name] ?? 0) + 1 }),
    {},
  )

const nameIn = (tips: readonly Tip[], site: string) =>
  tips.flatMap(({ targets }) => targets).find((target) => target.kind === "name" && target.site === site)
    ?.text
