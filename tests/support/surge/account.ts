import { chainFaults } from "@/lib/audit"
import { countKnown, listCases } from "@/lib/case"
import { openReceipt } from "@/lib/reporter"
import { acceptTip, claimTip, getTip, listTips, type Queue } from "@/lib/tip"
import { allRows } from "@/tests/support/all-rows"
import { settles } from "@/tests/support/crash/persist"
import { aHolder, aReport } from "@/tests/support/holder"
import { as, visitor } from "@/tests/support/people"
import type { Receipted } from "./citizens"

/** All that waits in a queue, in its order. */
export const queued = async (queue: Queue): Promise<string[]> =>
  (await allRows((at) => listTips(as("auditor"), { queue, ...at }))).map(({ tipId }) => tipId)

type Line = { readonly status: string; readonly tipId?: string }

/**
 * A right holder's batch. What a request did not reach in its time is sent by a further one, as the interface says.
 * @returns the tips it made
 */
export const sendBatch = async (siteUrl: string, rows: number): Promise<string[]> => {
  const { key } = await aHolder("surging-films")
  const sent: string[] = []
  while (sent.length < rows) {
    const response = await fetch(`${siteUrl}/api/v1/tips:bulk`, {
      method: "POST",
      headers: { "content-type": "application/x-ndjson", authorization: `Bearer ${key}` },
      body: Array.from(
        { length: rows - sent.length },
        (_, at) => `${JSON.stringify(aReport(`surge-${sent.length + at}`))}\n`,
      ).join(""),
    })
    const lines = (await response.text()).split("\n").filter(Boolean)
    const taken = lines.flatMap((line) => (JSON.parse(line) as Line).tipId ?? [])
    if (taken.length === 0) throw new Error(`No row was taken: ${lines.at(-1)}`)
    sent.push(...taken)
  }
  return sent
}

const atOnce = 16

const each = async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>) => {
  const left = items.values()
  const worker = async () => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** Opens every receipt and holds the tip behind it against what was sent. @returns complaints */
export const faultsOf = async (receipted: readonly Receipted[]): Promise<string[]> => {
  const faults: string[] = []
  await each(receipted, async ({ tipId, number, code, description }) => {
    const opened = await openReceipt(visitor(), { number, code }).catch(String)
    if (typeof opened === "string") faults.push(`${number} does not open: ${opened}`)
    else if (opened.tipId !== tipId) faults.push(`${number} opens another tip`)
    const { tip, events } = await getTip(as("auditor"), { tipId })
    if (tip.description !== description) faults.push(`${tipId} is not what was sent`)
    if (events.length === 0 || chainFaults(events).length > 0) faults.push(`${tipId} has a broken chain`)
  })
  return faults
}

const settleSecondsMax = 60

/** Accepts tips of one site, and waits for what the portal's own reactions make of them. */
export const acceptAll = async (tips: readonly Receipted[], site: string) => {
  await each(tips, async ({ tipId }) => {
    const { version } = await claimTip(as("mei"), { tipId })
    await acceptTip(as("mei"), { tipId, version, campaign: "demo-2026" })
  })
  const reports = async () => (await countKnown(visitor(), { sites: [site] }))[0]?.reports ?? 0
  await settles(async () => (await reports()) >= tips.length, settleSecondsMax)
  // The portal has other cases by now: of crashes, and of the demonstration.
  const rows = await allRows((at) => listCases(as("auditor"), { status: "open", ...at }))
  return { reports: await reports(), cases: rows.filter((row) => row.site === site).length }
}
