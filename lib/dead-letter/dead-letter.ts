import { z } from "zod"
import { commit, type NewEvent, requireSeen } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { DomainError } from "@/lib/kernel/errors"
import { clipped } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { put, transact } from "@/lib/store/transact"
import { DeadLetterEntity } from "./dead-letter.entity"

/** Where the item lies that a consumer could not react to. */
export type ItemKey = { readonly pk: string; readonly sk: string }

/** An event at which a consumer failed so often that its neighbours were no longer to wait for it. */
export type DeadLetter = {
  readonly letterId: string
  readonly consumer: string
  readonly item: ItemKey
  readonly state: "failing" | "dead" | "again" | "done"
  readonly tries: number
  /** The last, in the words of the program: for operators. */
  readonly error: string
  readonly firstAt: string
  readonly lastAt: string
  readonly version: number
}

/** After so many tries, and no sooner than after so long, an event is given up on: a store may be away for a while. */
const triesMin = 5
const patienceMs = 60_000
const keptDays = 7
const errorMax = 1_000
const listedMax = 200

const Key = z.object({ pk: z.string(), sk: z.string() })

const find = async (letterId: string) =>
  (await DeadLetterEntity.get({ letterId }).go({ consistent: true })).data ?? undefined

const expiry = (now: string) => Math.floor(Date.parse(now) / 1000) + keptDays * 86_400

/**
 * Notes that a consumer failed at an item.
 * @param input.version of a record that carries its events: it failed at the one of this version
 * @returns whether it is given up on from now on, so that the consumer goes on with the next
 */
export const noteFailure = verb(
  {
    name: "dead-letter.noteFailure",
    by: ["system"],
    input: z.object({ consumer: z.string(), item: Key, version: z.number().optional(), error: z.string() }),
  },
  async (ctx, { consumer, item, version: of, error }): Promise<boolean> => {
    const letterId = sha256([consumer, item.pk, item.sk, ...(of === undefined ? [] : [of])].join(" ")).slice(
      0,
      32,
    )
    const before = await find(letterId)
    if (before?.state === "dead" || before?.state === "again") return true
    const { tries = 0, firstAt = ctx.now, version = 0, head = "" } = before ?? {}
    const isDead = tries + 1 >= triesMin && Date.parse(ctx.now) - Date.parse(firstAt) >= patienceMs
    const letter: DeadLetter = {
      letterId,
      consumer,
      item,
      state: isDead ? "dead" : "failing",
      tries: tries + 1,
      error: clipped(error, errorMax),
      firstAt,
      lastAt: ctx.now,
      version,
    }
    await transact([
      put(
        DeadLetterEntity.put(stored(letter, { version, head }, ctx.now)).where(
          ({ tries: known }, { eq, notExists }) => (before ? eq(known, before.tries) : notExists(known)),
        ),
      ),
    ])
    return isDead
  },
)

const stored = (letter: DeadLetter, next: { version: number; head: string }, now: string) => ({
  ...letter,
  ...next,
  expiresAt: letter.state === "dead" ? 0 : expiry(now),
  row: { ...letter, version: next.version },
})

/** The events that were given up on, oldest first, and those that are being tried again. */
export const listDeadLetters = verb(
  { name: "dead-letter.list", by: ["auditor", "administrator"], input: z.object({}) },
  async (): Promise<DeadLetter[]> => {
    const lists = await Promise.all(
      (["dead", "again"] as const).map((state) =>
        DeadLetterEntity.query.state({ state }).go({ limit: listedMax }),
      ),
    )
    return lists.flatMap(({ data }) => data.map(({ row }) => row))
  },
)

/**
 * Has an event tried again that was given up on; the consumer does so by a reaction.
 * @throws {DomainError} not-found; conflict with the last change, or where it is not given up on
 */
export const redriveLetter = verb(
  {
    name: "dead-letter.redrive",
    by: ["administrator"],
    input: z.object({ letterId: z.string().max(64), version: z.int() }),
  },
  async (ctx, { letterId, version }): Promise<void> => {
    const before = await getLetter(letterId)
    await requireSeen({ file: fileOf(letterId), version: before.version, seen: version })
    if (before.state !== "dead") throw new DomainError("conflict", { reason: "letter-not-dead" })
    const { consumer, item } = before
    await change(
      ctx,
      before,
      { ...before.row, state: "again" },
      {
        type: "dead-letter.redriven",
        data: { consumer, item },
      },
    )
  },
)

/**
 * Says how trying again ended: done, or dead with the new error. Said twice, the second changes nothing.
 */
export const settleLetter = verb(
  {
    name: "dead-letter.settle",
    by: ["system"],
    input: z.object({ letterId: z.string(), error: z.string().optional() }),
  },
  async (ctx, { letterId, error }): Promise<void> => {
    const before = await getLetter(letterId)
    if (before.state !== "again") return
    const { row } = before
    const letter: DeadLetter =
      error === undefined
        ? { ...row, state: "done" }
        : { ...row, state: "dead", tries: row.tries + 1, error: clipped(error, errorMax), lastAt: ctx.now }
    await change(ctx, before, letter, {
      type: error === undefined ? "dead-letter.done" : "dead-letter.failed",
    })
  },
)

const fileOf = (letterId: string) => `dead-letter#${letterId}`

const getLetter = async (letterId: string) => {
  const found = await find(letterId)
  if (!found) throw new DomainError("not-found")
  return found
}

const change = async (
  ctx: Context,
  before: NonNullable<Awaited<ReturnType<typeof find>>>,
  letter: DeadLetter,
  event: NewEvent,
): Promise<void> => {
  await commit(ctx, {
    file: fileOf(letter.letterId),
    subject: fileOf(letter.letterId),
    from: before,
    event,
    record: (next) =>
      put(
        DeadLetterEntity.put(stored(letter, next, ctx.now)).where(({ version }, { eq }) =>
          eq(version, before.version),
        ),
      ),
  })
}
