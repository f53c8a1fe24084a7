import { setTimeout as pause } from "node:timers/promises"
import { quantile } from "@/tests/support/bench/time"
import { allRecords } from "@/tests/support/deliver"
import {
  deliveryFaults,
  figureFaults,
  letterFaults,
  packageTexts,
  referralFaults,
  tipFaults,
} from "./account"
import { revealed } from "./hidden"
import type { Plan } from "./plan"
import { lagsIn, replayFaults } from "./replay"
import { type Report, type Running, runCampaign } from "./run"

/** Between an event and what follows from it, though the site and the pump are killed meanwhile. */
const lagSecondsMax = 60
const restMs = 2_000

/** All that is wrong at a campaign's end, by what it is about; and how long reactions took. */
const judged = async (portal: Running & { readonly log: () => string }, report: Report) => {
  const { authorities } = report
  const { faults: ofPackages, texts: packages } = await packageTexts(report)
  await pause(restMs)
  const records = (await allRecords()).filter(
    // In whole seconds.
    ({ dynamodb }) => new Date(dynamodb?.ApproximateCreationDateTime ?? 0).getTime() >= report.begun - 1_000,
  )
  const lags = lagsIn(records)
  const events = records.flatMap(({ dynamodb }) => {
    const { NewImage } = dynamodb ?? {}
    const event = NewImage?.__edb_e__?.S === "event" ? NewImage : NewImage?.decision
    return event ? [JSON.stringify(event)] : []
  })
  const webhooks = authorities.flatMap(({ taken }) => taken.map((one) => JSON.stringify(one)))
  const faults = {
    tips: await tipFaults(portal.siteUrl, report),
    referrals: await referralFaults(report),
    deliveries: await deliveryFaults(report),
    figures: await figureFaults(report),
    packages: ofPackages,
    identities: revealed(report, [
      { name: "a package", texts: packages, mayNameTips: false },
      { name: "a webhook", texts: webhooks, mayNameTips: false },
      { name: "the log", texts: [portal.log()], mayNameTips: true },
      { name: "an event", texts: events, mayNameTips: true },
    ]),
    "dead letters": await letterFaults(),
    redelivery: await replayFaults(records),
  }
  const lag = { p50: quantile(lags, 0.5), p95: quantile(lags, 0.95), p99: quantile(lags, 0.99) }
  const late = lag.p99 > lagSecondsMax * 1_000 ? [`p99 is ${lag.p99} ms`] : []
  return { faults: { ...faults, lag: late }, lag, reactions: lags.length, events: records.length }
}

/** Runs a campaign and judges it. The receivers of its authorities are closed again. */
export const simulatedCampaign = async (portal: Running & { readonly log: () => string }, plan: Plan) => {
  const report = await runCampaign(portal, plan)
  try {
    return { report, ...(await judged(portal, report)) }
  } finally {
    await Promise.all(report.authorities.map(({ close }) => close()))
  }
}
