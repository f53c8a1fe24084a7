import { buffer } from "node:stream/consumers"
import { z } from "zod"
import { reporterTipId } from "@/lib/kernel/context"
import { dayInBeijing } from "@/lib/kernel/day"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { numberOf } from "@/lib/reporter/receipt"
import { getObject } from "@/lib/store/objects/read"
import { getTipRecord } from "@/lib/tip"
import { actsKey, actsOf, leavesKey } from "./close-days"
import { hashOfAct, hashOfLeaf, nameOfHead, type Proof } from "./day-head"
import { DayLogEntity } from "./day-log.entity"
import { pathOf, rootOf } from "./merkle"

const hashBytes = 32
const listedMax = 60

const headOf = async (day: string) =>
  (await DayLogEntity.get({ day }).go({ consistent: true })).data ?? undefined

const leavesAt = async (key: string, size: number): Promise<Buffer[]> => {
  const { body } = await getObject(key)
  const bytes = await buffer(body)
  return Array.from({ length: size }, (_, at) => bytes.subarray(at * hashBytes, (at + 1) * hashBytes))
}

/**
 * The proofs that events of the staff are in the log of their day, in their order. Not a verb: the caller has authorised
 * the read.
 * @param hashes of events of one day in Beijing
 * @returns one for each; undefined where the log has it not: of a day that is not closed, or was before it had events
 */
export const proveActs = async (
  day: string,
  hashes: readonly string[],
): Promise<readonly (Proof | undefined)[]> => {
  const head = await headOf(day)
  if (!head?.acts) return hashes.map(() => undefined)
  const leaves = await leavesAt(actsKey(day, head.acts.root), head.acts.size)
  return hashes.map((hash) => {
    const own = hashOfAct(hash)
    const index = leaves.findIndex((leaf) => leaf.equals(own))
    if (index < 0) return undefined
    return { index, path: pathOf(leaves, index).map((one) => one.toString("hex")), head: head.signed }
  })
}

/** Whether the day on which a report came is closed. Not a verb. */
export const isLogged = async (receivedAt: string): Promise<boolean> =>
  (await headOf(dayInBeijing(receivedAt))) !== undefined

/**
 * The proof that one's own report is in the log of its day.
 * @throws {DomainError} conflict `day-not-closed`, before about an hour after the day's end in Beijing, and for a report
 * from before days were closed
 */
export const proveTip = verb(
  { name: "day-log.prove", by: ["reporter"], input: z.object({}) },
  async (ctx): Promise<Proof & { readonly number: string }> => {
    const tipId = reporterTipId(ctx)
    const { receivedAt, contentHash } = await getTipRecord(tipId)
    const day = dayInBeijing(receivedAt)
    const head = await headOf(day)
    if (!head) throw new DomainError("conflict", { reason: "day-not-closed" })
    const leaves = await leavesAt(leavesKey(day, head.root), head.size)
    const number = numberOf(tipId)
    const own = hashOfLeaf({ number, receivedAt, contentHash })
    const index = leaves.findIndex((leaf) => leaf.equals(own))
    if (index < 0) throw new Error(`The log of ${day} lacks a report of that day`)
    return { number, index, path: pathOf(leaves, index).map((one) => one.toString("hex")), head: head.signed }
  },
)

export type PublishedHead = {
  readonly day: string
  readonly size: number
  readonly root: string
  /** The head as it is signed. */
  readonly signed: string
  /** How the head of the next day names it. */
  readonly hash: string
}

/** The heads of the latest days, the last first: whoever keeps them sees when an older one is changed. */
export const listHeads = verb(
  { name: "day-log.list", by: ["visitor"], input: z.object({}) },
  async (): Promise<PublishedHead[]> => {
    const { data } = await DayLogEntity.query.all({}).go({ order: "desc", limit: listedMax })
    return data.map(({ day, size, root, signed }) => ({ day, size, root, signed, hash: nameOfHead(signed) }))
  },
)

/**
 * Holds what the audit trail says today of each closed day against the log of that day: a record that was put back as it
 * stood before is whole in itself, and missing here.
 * @returns the days on which the two differ
 */
export const verifyDays = verb(
  { name: "day-log.verify", by: ["auditor", "administrator", "system"], input: z.object({}) },
  async (): Promise<{ days: number; differing: string[] }> => {
    const { data } = await DayLogEntity.query.all({}).go({ pages: "all", consistent: true })
    const closed = data.flatMap(({ day, acts }) => (acts ? [{ day, acts }] : []))
    const differing: string[] = []
    for (const { day, acts } of closed) {
      const root = rootOf(await actsOf(day)).toString("hex")
      if (root !== acts.root) differing.push(day)
    }
    return { days: closed.length, differing }
  },
)
