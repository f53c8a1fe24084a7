import { setTimeout as pause } from "node:timers/promises"
import { openCampaign } from "@/lib/campaign"
import { sendDeliveries } from "@/lib/delivery"
import { contextFor } from "@/lib/kernel/context"
import { randomText } from "@/lib/kernel/id"
import { approveReferral, draftReferral, listCaseReferrals } from "@/lib/referral"
import { getTip } from "@/lib/tip"
import { type AcknowledgedTip, sendTip } from "@/tests/support/crash/citizens"
import { accept } from "@/tests/support/crash/office"
import { persist, settles } from "@/tests/support/crash/persist"
import { each } from "@/tests/support/load/each"
import { as, system } from "@/tests/support/people"
import { type Authority, anAuthority } from "./authority"
import { authoritiesOf, contactOf, hasContact, type Plan, siteOf } from "./plan"

/** The portal that is worked with, whose processes can be killed. */
export type Running = {
  readonly siteUrl: string
  readonly pids: () => Partial<Record<"site" | "pump", number>>
  readonly kill: (name: "site" | "pump") => void
}

const citizensAtOnce = 8
const officeAtOnce = 4
const settleSecondsMax = 240

export const inHours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()

/**
 * Kills the site and the pump in turns, at random moments, and waits until each is another process. On a machine that
 * works fast the last of them die while authorities are told.
 */
const killInTurns = async ({ pids, kill }: Running, { kills, killSeconds: [min, max] }: Plan) => {
  let done = 0
  while (done < kills) {
    await pause(1_000 * (min + (max - min) * Math.random()))
    const name = done % 2 === 0 ? "pump" : "site"
    const before = pids()[name]
    kill(name)
    done += 1
    if (!(await settles(async () => pids()[name] !== before, 30))) throw new Error(`${name} stayed dead`)
  }
  return done
}

/** One run of the schedule, so many hours from now. */
const sendAt = (hours: number) =>
  sendDeliveries(contextFor({ kind: "system", name: "simulation" }, { now: inHours(hours) }), {})

/** Runs the schedule at one simulated moment until nothing is left that is due. */
const sendAllAt = async (hours: number) => {
  for (;;) {
    const { done, postponed, parked } = await sendAt(hours)
    if (done + postponed + parked === 0) return
  }
}

/** Which authorities a case goes to: one, or two together for every fifth. */
const authoritiesFor = (at: number, authorities: readonly Authority[]) =>
  (at % 5 === 0 ? [at, at + 5] : [at]).map((which) => authorities[which % authorities.length]?.id ?? "")

const refer = async (caseId: string, [authorityId = "", ...assisting]: readonly string[]) => {
  await draftReferral(as("cai"), {
    caseId,
    authorityId,
    assisting,
    reason: "Infringement on a commercial scale, with advertising.",
  })
  for (const draft of await listCaseReferrals(as("dan"), { caseId }))
    await persist(() => approveReferral(as("dan"), draft))
}

/**
 * A whole campaign: citizens report, moderators accept, officers refer each case, authorities are told by webhooks and
 * answer by the API, while the site and the pump are killed. Then a simulated day passes in which two authorities are
 * down, and three more after which what nobody took is parked.
 */
export const runCampaign = async (portal: Running, plan: Plan) => {
  const run = randomText(6)
  const campaign = `simulated-${run}`
  const begun = Date.now()
  const ids = authoritiesOf(run)
  await openCampaign(system(), {
    slug: campaign,
    year: 2026,
    name: { zh: "演练", en: "Simulation" },
    agencies: ["ncac"],
    showsRunning: true,
    focus: [],
    demo: true,
  })
  const authorities: Authority[] = []
  for (const one of ids) authorities.push(await anAuthority(portal.siteUrl, one))

  const killing = killInTurns(portal, plan)

  const tips: AcknowledgedTip[] = []
  await each(
    citizensAtOnce,
    Array(plan.tips).keys(),
    async (at) => {
      const contact = hasContact(at) ? contactOf(run, at) : undefined
      tips.push(await sendTip(portal.siteUrl, siteOf(run, plan, at), at % 20 === 0, contact))
    },
    plan.perSecond?.reports,
  )
  await each(officeAtOnce, tips, ({ tipId }) => accept(tipId, campaign), plan.perSecond?.acceptances)

  const cases = new Map<string, string[]>()
  await settles(async () => {
    cases.clear()
    for (const { tipId } of tips) {
      const { caseId } = (await getTip(as("auditor"), { tipId })).tip
      if (!caseId) return false
      cases.set(caseId, [...(cases.get(caseId) ?? []), tipId])
    }
    return true
  }, settleSecondsMax)

  const wanted = [...cases.keys()].map((caseId, at) => ({ caseId, to: authoritiesFor(at, authorities) }))
  await each(officeAtOnce, wanted, ({ caseId, to }) => refer(caseId, to), plan.perSecond?.referrals)
  const kills = await killing
  await deliverAll(authorities, wanted.flatMap(({ to }) => to).length)
  return {
    run,
    campaign,
    plan,
    authorities,
    tips,
    wanted,
    kills,
    begun,
    seconds: (Date.now() - begun) / 1_000,
  }
}
export type Report = Awaited<ReturnType<typeof runCampaign>>

/** Lets the portal itself tell whom it can reach; then time passes, until each delivery is taken or parked. */
const deliverAll = async (authorities: readonly Authority[], referrals: number) => {
  const toldOf = () => authorities.reduce((sum, { told }) => sum + told.size, 0)
  const isUp = ({ manner }: Authority) => manner === "honest" || manner === "twice"
  let before = -1
  // As long as more are told than a while ago.
  await settles(async () => {
    const now = toldOf()
    const rests = now === before && now > 0
    before = now
    await pause(4_000)
    return rests || now === referrals
  }, settleSecondsMax)
  for (const hours of [1, 6, 12, 23]) await sendAllAt(hours)
  for (const authority of authorities) if (!isUp(authority)) authority.comeBack()
  for (const hours of [25, 30, 50, 74]) await sendAllAt(hours)
  for (const authority of authorities) await authority.settled()
}
