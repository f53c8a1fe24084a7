import { z } from "zod"
import { commit, type Head, initialHead, type NewEvent, requireSeen, standsAt } from "@/lib/audit"
import type { PersonRef } from "@/lib/kernel/actor"
import { type Context, personRefOf } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { readTargets } from "@/lib/target"
import { KnownGoodEntity } from "./known-good.entity"
import { wellKnown } from "./well-known"

const entriesMax = 1_000

/** A domain against which nobody is to act without a second thought, and why. */
export type KnownGood = {
  readonly domain: string
  readonly reason: string
  readonly addedAt: string
  readonly addedBy: PersonRef
}

type Stored = { readonly entries: readonly KnownGood[] } & Head

const stored = async (): Promise<Stored> => {
  const { data } = await KnownGoodEntity.get({}).go({ consistent: true })
  return data ?? { entries: [], ...initialHead }
}

/** All domains known as good: those from the start and those that were added. Not a verb. */
export const knownGoodDomains = async (): Promise<readonly string[]> => {
  const { entries } = await stored()
  return [...wellKnown, ...entries.map(({ domain }) => domain)]
}

export type KnownGoodList = {
  readonly entries: readonly KnownGood[]
  /** Known from the start; they are part of the portal. */
  readonly builtIn: readonly string[]
  readonly version: number
}

export const listKnownGood = verb(
  { name: "collateral.listKnownGood", by: ["case-officer", "auditor", "administrator"], input: z.object({}) },
  async (): Promise<KnownGoodList> => {
    const { entries, version } = await stored()
    return { entries, builtIn: wellKnown, version }
  },
)

const Seen = z.object({
  /** Of the list, as it was seen; 0 where there was none. */
  version: z.int().min(0),
  reason: Written({ min: 4, max: 500 }),
})

/**
 * Puts a domain on the list, and all that lies below it.
 * @throws {DomainError} conflict with the last change; invalid where the text names no domain, `domain-taken`, `too-many`
 */
export const addKnownGood = verb(
  {
    name: "collateral.addKnownGood",
    by: ["administrator"],
    input: Seen.extend({ domain: Written({ min: 1, max: 300 }) }),
  },
  async (ctx, { version, domain: typed, reason }): Promise<void> => {
    const before = await seen(version)
    const domain = domainIn(typed)
    if (before.entries.length >= entriesMax) throw invalid(["domain"], "too-many", { max: entriesMax })
    if ([...wellKnown, ...before.entries.map((one) => one.domain)].includes(domain))
      throw invalid(["domain"], "domain-taken")
    const entry = { domain, reason, addedAt: ctx.now, addedBy: personRefOf(ctx) }
    const entries = [...before.entries, entry].toSorted((a, b) => (a.domain < b.domain ? -1 : 1))
    await write(ctx, before, entries, { type: "known-good.added", data: { domain, reason } })
  },
)

/**
 * Takes a domain off the list.
 * @throws {DomainError} conflict with the last change; not-found
 */
export const removeKnownGood = verb(
  {
    name: "collateral.removeKnownGood",
    by: ["administrator"],
    input: Seen.extend({ domain: z.string().max(300) }),
  },
  async (ctx, { version, domain, reason }): Promise<void> => {
    const before = await seen(version)
    const entries = before.entries.filter((one) => one.domain !== domain)
    if (entries.length === before.entries.length) throw new DomainError("not-found")
    await write(ctx, before, entries, { type: "known-good.removed", data: { domain, reason } })
  },
)

/** @throws {DomainError} invalid, what the reader of addresses says, or `one-site` */
const domainIn = (typed: string): string => {
  const readings = readTargets([typed])
  for (const reading of readings) if ("rule" in reading) throw invalid(["domain"], reading.rule)
  const hosts = new Set(
    readings.flatMap((reading) =>
      "target" in reading && reading.target.kind === "url" ? [hostOf(reading.target.text)] : [],
    ),
  )
  const [host, ...others] = hosts
  if (!host) throw invalid(["domain"], "url-broken")
  if (others.length > 0) throw invalid(["domain"], "one-site")
  return host
}

const hostOf = (address: string) => new URL(address).hostname.replace(/^www\./, "")

const file = "known-good"

const seen = async (version: number): Promise<Stored> => {
  const before = await stored()
  await requireSeen({ file, version: before.version, seen: version })
  return before
}

const write = (ctx: Context, before: Stored, entries: readonly KnownGood[], event: NewEvent) =>
  commit(ctx, {
    file,
    subject: file,
    from: before,
    event,
    record: (next) =>
      put(KnownGoodEntity.put({ entries: [...entries], ...next }).where(standsAt(before.version))),
  })
