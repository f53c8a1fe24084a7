import { z } from "zod"
import { dayBegins, dayInBeijing } from "@/lib/kernel/day"
import { invalid } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { type Agreement, listLooks } from "@/lib/second-look"
import { settingsNow, type Targets } from "@/lib/settings"
import { tipsBetween } from "@/lib/tip"
import { daysOf, type Period, type Workload, workloadOf } from "./workload"

export const daysMax = 92
/** As many tips are read; a period with more is told to be cut. */
const tipsMax = 50_000
/** A tip that was decided later than so long after its arrival is no longer looked for in the days before. */
const lookBackDays = 92

const dayMs = 86_400_000

export type Numbers = {
  readonly period: Period
  readonly workload: Workload
  readonly agreement: readonly Agreement[]
  readonly targets: Targets
  /** There were more tips than are read: the numbers are those of the earliest. */
  readonly isCut: boolean
}

/**
 * The desk's numbers over some days in Beijing, counted from the tips as they stand.
 * @throws {DomainError} invalid `too-big`, for more days than are counted at once
 */
export const readNumbers = verb(
  {
    name: "numbers.read",
    by: ["moderator", "auditor", "administrator"],
    input: z.object({ from: z.iso.date(), until: z.iso.date() }),
  },
  async (ctx, { from, until: asked }): Promise<Numbers> => {
    const today = dayInBeijing(ctx.now)
    const until = asked < today ? asked : today
    if (until < from) throw invalid(["from"], "in-future")
    const days = (Date.parse(dayBegins(until, 1)) - Date.parse(dayBegins(from))) / dayMs
    if (days > daysMax) throw invalid(["from"], "too-many", { max: daysMax })
    const { rows, isMore } = await tipsBetween(dayBegins(from, -lookBackDays), dayBegins(until, 1), tipsMax)
    const period = { from, until }
    const { agreement } = await listLooks(ctx, { months: monthsOf(period) })
    const { targets } = await settingsNow()
    return { period, workload: workloadOf(rows, period), agreement, targets, isCut: isMore }
  },
)

const monthsOf = (period: Period): string[] => [...new Set(daysOf(period).map((day) => day.slice(0, 7)))]
