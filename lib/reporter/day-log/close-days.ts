import { z } from "zod"
import { commit, initialHead, isLostRace, staffHashesOn } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { dayBefore, dayBegins, dayInBeijing } from "@/lib/kernel/day"
import { verb } from "@/lib/kernel/verb"
import { numberOf, signAs } from "@/lib/reporter/receipt"
import { putLocked } from "@/lib/store/objects/write"
import { bucket } from "@/lib/store/table-description"
import { put } from "@/lib/store/transact"
import { getTipRecord, type TipRow, tipsReceived } from "@/lib/tip"
import { dayHeadType, hashOfAct, hashOfLeaf, nameOfHead } from "./day-head"
import { DayLogEntity } from "./day-log.entity"
import { rootOf } from "./merkle"

/** A day is closed so long after its end: until then every report of it is stored, and listed. */
const restMs = 3_600_000
/** After a standstill, so many days are closed in one run. */
const perRunMax = 7
const lockYears = 10

/** Named by the root as well: two runs that read different lists leave each other's leaves alone. */
export const leavesKey = (day: string, root: string) => `${bucket.dayLogs}${day}/${root}`
export const actsKey = (day: string, root: string) => leavesKey(day, `acts-${root}`)
const fileOf = (day: string) => `day-log#${day}`

const latestHead = async () => {
  const { data } = await DayLogEntity.query.all({}).go({ order: "desc", limit: 1, consistent: true })
  return data[0]
}

/**
 * Closes the log of each day that is over: a signed head of the Merkle trees of its reports and of what the staff did,
 * which names the head of the day before. No report can be taken out afterwards, nor one be put in, without the published heads telling of it.
 * Done twice, the second closes nothing.
 */
export const closeDays = verb(
  { name: "day-log.close", by: ["system"], input: z.object({}) },
  async (ctx): Promise<{ closed: number }> => {
    const last = dayBefore(dayInBeijing(new Date(Date.parse(ctx.now) - restMs).toISOString()))
    let closed = 0
    for (; closed < perRunMax; closed += 1) {
      const previous = await latestHead()
      const day = previous ? dayInBeijing(dayBegins(previous.day, 1)) : last
      if (day > last || !(await close(ctx, day, previous?.signed))) break
    }
    return { closed }
  },
)

/** @returns whether this run closed it, and not another */
const close = async (ctx: Context, day: string, previous: string | undefined): Promise<boolean> => {
  const [leaves, acts] = await Promise.all([leavesOf(day), actsOf(day)])
  const head = {
    day,
    ...treeOf(leaves),
    acts: treeOf(acts),
    ...(previous === undefined ? {} : { previous: nameOfHead(previous) }),
  }
  const until = new Date(ctx.now)
  until.setUTCFullYear(until.getUTCFullYear() + lockYears)
  // Before the head: whoever reads a head finds the leaves.
  await putLocked(leavesKey(day, head.root), Buffer.concat(leaves), until)
  await putLocked(actsKey(day, head.acts.root), Buffer.concat(acts), until)
  const signed = await signAs(dayHeadType, head)
  const { size, root, acts: ofStaff } = head
  try {
    await commit(ctx, {
      file: fileOf(day),
      subject: fileOf(day),
      from: initialHead,
      event: { type: "day-log.closed", data: { size, root } },
      record: (next) =>
        put(DayLogEntity.create({ day, size, root, acts: ofStaff, signed, closedAt: ctx.now, ...next })),
    })
    return true
  } catch (error) {
    if (isLostRace(error)) return false
    throw error
  }
}

const treeOf = (leaves: readonly Buffer[]) => ({ size: leaves.length, root: rootOf(leaves).toString("hex") })

/** The leaves of what the staff did on a day. */
export const actsOf = async (day: string): Promise<Buffer[]> => (await staffHashesOn(day)).map(hashOfAct)

/** The hashes of a day's leaves, in the order in which the reports came. */
const leavesOf = async (day: string): Promise<Buffer[]> => {
  const [from, until] = [dayBegins(day), dayBegins(day, 1)]
  // Twice: a tip that changes its status while the lists are read may be missing from both of the two statuses.
  const rows = [...(await tipsReceived(from, until)), ...(await tipsReceived(from, until))]
  const once = [...new Map(rows.map((row) => [row.tipId, row])).values()]
  const sorted = once.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return Promise.all(sorted.map(leafOf))
}

const keyOf = ({ receivedAt, tipId }: TipRow) => `${receivedAt}#${tipId}`

/** Rows from before 27 November 2026 carry no hash. */
const leafOf = async ({ tipId, receivedAt, contentHash }: TipRow): Promise<Buffer> =>
  hashOfLeaf({
    number: numberOf(tipId),
    receivedAt,
    contentHash: contentHash ?? (await getTipRecord(tipId)).contentHash,
  })
