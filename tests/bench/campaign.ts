// A simulated campaign on a portal of its own: `npm run simulate:campaign`, or with other sizes
// `npm run simulate:campaign -- 1000 200`. Ends with 1 where anything is wrong.
import { readFileSync } from "node:fs"
import { markdown, number } from "@/tests/support/bench/bench"
import { ownPortal } from "@/tests/support/portal/own-portal"

const [tips = 10_000, cases = 1_500] = process.argv.slice(2).map(Number)
const portal = await ownPortal("campaign")
const { simulatedCampaign } = await import("@/tests/support/campaign/judge")
const running = {
  ...portal,
  kill: (name: "site" | "pump") => void process.kill(portal.pids()[name], "SIGKILL"),
  log: () => readFileSync(portal.logPath, "utf8"),
}
const { faults, report, lag, reactions, events } = await simulatedCampaign(running, {
  tips,
  cases,
  // Far more than twenty moderators and their officers do; faster, the lag would be that of a queue which only grows.
  perSecond: { reports: 60, acceptances: 20, referrals: 8 },
  kills: 40,
  killSeconds: [10, 25],
})
await portal.stop()

const all = Object.entries(faults)
console.log(
  markdown({
    title: `A campaign of ${number(tips)} tips, ${number(cases)} cases and ${report.authorities.length} authorities`,
    rows: [
      {
        seconds: number(report.seconds),
        kills: report.kills,
        events: number(events),
        reactions: number(reactions),
        "lag p50, p95, p99 ms": `${number(lag.p50)}, ${number(lag.p95)}, ${number(lag.p99)}`,
        "wrong or lost": all.flatMap(([, found]) => found).length,
      },
    ],
    note: "Two authorities were down for a simulated day, one said everything twice, one lied.",
  }),
)
for (const [about, found] of all) for (const fault of found.slice(0, 20)) console.error(`${about}: ${fault}`)
process.exit(all.some(([, found]) => found.length > 0) ? 1 : 0)
