import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { openPromise } from "yauzl"
import { checkBag } from "@/infra/local/commands/check-bag"
import { runningFiguresOf } from "@/lib/campaign"
import { listDeadLetters } from "@/lib/dead-letter"
import { listDeliveries } from "@/lib/delivery"
import { contextFor } from "@/lib/kernel/context"
import { AuthorityId } from "@/lib/kernel/id"
import { outboxStates } from "@/lib/outbox"
import { buildPackages, findPackage, openPackage } from "@/lib/package"
import { listCaseReferrals } from "@/lib/referral"
import { reconcileFigures } from "@/lib/statistics"
import { allRows } from "@/tests/support/all-rows"
import { receiptFaults } from "@/tests/support/crash/account"
import { as, system } from "@/tests/support/people"
import { inHours, type Report } from "./run"

/** Each tip's receipt opens it, and each is in the case of its site. @returns complaints */
export const tipFaults = async (siteUrl: string, { tips, plan, wanted }: Report): Promise<string[]> => {
  const faults: string[] = []
  for (const tip of tips) faults.push(...(await receiptFaults(siteUrl, tip)))
  if (tips.length !== plan.tips) faults.push(`${tips.length} of ${plan.tips} tips were taken`)
  if (wanted.length !== plan.cases) faults.push(`${wanted.length} cases came of ${plan.cases} sites`)
  return faults
}

/** Each case has its one referral to each authority, which has ended where the authority could be reached. */
export const referralFaults = async ({ wanted, authorities }: Report): Promise<string[]> => {
  const faults: string[] = []
  const liars = authorities.filter(({ manner }) => manner === "lying").map(({ id }) => id)
  for (const { caseId, to } of wanted) {
    const referrals = await listCaseReferrals(as("cai"), { caseId })
    const found = referrals.map(({ authorityId }) => String(authorityId))
    if (found.toSorted().join() !== to.toSorted().join())
      faults.push(`${caseId}: is with ${found}, not ${to}`)
    for (const { authorityId, status } of referrals) {
      const due = liars.includes(authorityId) ? "delivered" : "reported"
      if (status !== due) faults.push(`${caseId}: ${authorityId} is at ${status}`)
    }
  }
  return [...faults, ...authorities.flatMap(({ id, refused }) => refused.map((text) => `${id}: ${text}`))]
}

/** Each delivery was taken, or is parked where the receiver lies; none is lost and none waits. */
export const deliveryFaults = async ({ wanted, authorities }: Report): Promise<string[]> => {
  const faults: string[] = []
  for (const { id: authorityId, manner } of authorities) {
    const due = wanted.filter(({ to }) => to.includes(authorityId)).length
    for (const state of outboxStates) {
      const rows = await allRows((at) => listDeliveries(as("cai"), { authorityId, state, ...at }))
      const expected = state === (manner === "lying" ? "parked" : "done") ? due : 0
      if (rows.length !== expected)
        faults.push(`${authorityId}: ${rows.length} are ${state}, not ${expected}`)
    }
  }
  return faults
}

/** What the authorities say that they did is what the ledger and the figures say. */
export const figureFaults = async ({ campaign, authorities }: Report): Promise<string[]> => {
  const said = authorities
    .flatMap(({ recorded }) => [...recorded.values()])
    .reduce((sum, quantity) => sum + quantity, 0)
  const [figure] = await runningFiguresOf(campaign)
  const { differences } = await reconcileFigures(system(), {})
  return [
    ...(figure?.value === said ? [] : [`the figure is ${figure?.value}, the authorities say ${said}`]),
    ...differences.map((difference) => JSON.stringify(difference)),
  ]
}

const officerOf = (authorityId: string) =>
  contextFor({
    kind: "person",
    id: authorityId,
    name: authorityId,
    roles: ["agency-officer"],
    authorityId: AuthorityId.parse(authorityId),
  })

const textsIn = async (path: string): Promise<string[]> => {
  const texts: string[] = []
  const zip = await openPromise(path, { lazyEntries: true })
  for await (const entry of zip.eachEntry())
    texts.push(`${entry.fileName}\n${await text(await zip.openReadStreamPromise(entry))}`)
  return texts
}

/** Each referral's package is whole. @returns complaints, and all the text that stands in the packages */
export const packageTexts = async ({ wanted }: Report): Promise<{ faults: string[]; texts: string[] }> => {
  const faults: string[] = []
  const texts: string[] = []
  const folder = mkdtempSync(join(tmpdir(), "packages-"))
  // One whose builder was killed is built again when its lease is over; one that the portal builds at this very moment,
  // for which this run takes its lease for over, when that of this run is.
  for (const hours of [10, 100, 1_000]) {
    const building = contextFor({ kind: "system", name: "simulation" }, { now: inHours(hours) })
    while ((await buildPackages(building, {})).built > 0);
  }
  for (const { caseId } of wanted)
    for (const { referralId, authorityId } of await listCaseReferrals(as("cai"), { caseId })) {
      const ids = { caseId, referralId }
      if ((await findPackage(officerOf(authorityId), ids))?.state !== "built") {
        faults.push(`${referralId}: has no package`)
        continue
      }
      const { url } = await openPackage(officerOf(authorityId), ids)
      const path = join(folder, `${referralId}.zip`)
      writeFileSync(path, Buffer.from(await (await fetch(url)).arrayBuffer()))
      const bag = await checkBag(path)
      faults.push(...bag.faults.map((fault) => `${referralId}: ${fault}`))
      texts.push(...(await textsIn(path)))
    }
  rmSync(folder, { recursive: true })
  return { faults, texts }
}

/** Nothing was given up on. */
export const letterFaults = async (): Promise<string[]> =>
  (await listDeadLetters(as("administrator"), {})).map(({ item, error }) => `${item.pk} ${item.sk}: ${error}`)
