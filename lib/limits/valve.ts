import { z } from "zod"
import { commit, type Head, initialHead, type NewEvent, requireSeen } from "@/lib/audit"
import { type Context, personOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { kept } from "@/lib/kernel/kept"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { isStorageFull } from "@/lib/store/space"
import { put } from "@/lib/store/transact"
import { ValveEntity } from "./valve.entity"

/** What is shut: nothing, the sending of files, or reporting as a whole, files included. */
const valveStates = ["open", "uploads-shut", "reports-shut"] as const
export type ValveState = (typeof valveStates)[number]

export type Valve = {
  readonly state: ValveState
  /** What the public reads while it is shut. */
  readonly message?: { readonly zh: string; readonly en: string }
  readonly version: number
}

const file = "valve"
const retryAfterSeconds = 900
const Message = Written({ min: 10, max: 500 })

/** How long a process may not know yet that the valve was turned by another (docs/decisions/0024). */
export const valveSeenSeconds = 3

const read = async () => {
  const { data } = await ValveEntity.get({}).go({ consistent: true })
  return data
}

const seen = kept(valveSeenSeconds, read)

const shown = (record: Awaited<ReturnType<typeof read>>): Valve => {
  const { state = "open", message, version = 0 } = record ?? {}
  return { state, message, version }
}

/** What is open at present, and the public's message: for who turns it. */
export const getValve = verb(
  { name: "limits.getValve", by: ["visitor"], input: z.object({}) },
  async (): Promise<Valve> => shown(await read()),
)

/** The same as it was at most `valveSeenSeconds` ago: for pages and reports of the public, which come by the thousand. */
export const seeValve = verb(
  { name: "limits.seeValve", by: ["visitor"], input: z.object({}) },
  async (): Promise<Valve> => shown(await seen.get()),
)

/** Shuts uploads, or all reports, until an administrator opens them; from one of the two also into the other. */
export const shutValve = verb(
  {
    name: "limits.shutValve",
    by: ["administrator"],
    input: z.object({
      version: z.int(),
      state: z.enum(["uploads-shut", "reports-shut"]),
      message: z.object({ zh: Message, en: Message }),
    }),
  },
  (ctx, { version, ...valve }) => turn(ctx, version, valve, { type: "valve.shut", data: valve }),
)

/** @throws {DomainError} conflict with the last change */
export const openValve = verb(
  { name: "limits.openValve", by: ["administrator"], input: z.object({ version: z.int() }) },
  (ctx, { version }) => turn(ctx, version, { state: "open" }, { type: "valve.opened" }),
)

const turn = async (
  ctx: Context,
  version: number,
  valve: Omit<Valve, "version">,
  event: NewEvent,
): Promise<void> => {
  const before: Head = (await read()) ?? initialHead
  await requireSeen({ file, version: before.version, seen: version })
  const changed = { ...valve, changedBy: personOf(ctx).id, changedAt: ctx.now }
  await commit(ctx, {
    file,
    subject: file,
    from: before,
    event,
    record: (next) =>
      put(
        before.version === 0
          ? ValveEntity.create({ ...changed, ...next })
          : ValveEntity.put({ ...changed, ...next }).where((the, { eq }) => eq(the.version, before.version)),
      ),
  })
  seen.forget()
}

/**
 * For before something is taken in that grows with what is sent.
 * @throws {DomainError} unavailable `storage-full`
 */
export const requireSpace = async (): Promise<void> => {
  if (await isStorageFull())
    throw new DomainError("unavailable", { reason: "storage-full", retryAfterSeconds })
}

/**
 * For before something is taken from the public; what was turned is known after `valveSeenSeconds`.
 * @throws {DomainError} unavailable `storage-full`, `reports-shut` or `uploads-shut`, with the administrator's message
 */
export const requireOpen = async (what: "reports" | "uploads"): Promise<void> => {
  const [{ state, message }] = await Promise.all([seen.get().then(shown), requireSpace()])
  if (!isShut(state, what)) return
  throw new DomainError("unavailable", {
    reason: state === "uploads-shut" ? "uploads-shut" : "reports-shut",
    retryAfterSeconds,
    publicMessage: message,
  })
}

export const isShut = (state: ValveState, what: "reports" | "uploads") =>
  state === "reports-shut" || (state === "uploads-shut" && what === "uploads")
