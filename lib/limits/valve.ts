import { z } from "zod"
import { DomainError } from "@/lib/kernel/errors"
import { kept } from "@/lib/kernel/kept"
import { verb } from "@/lib/kernel/verb"
import { isStorageFull } from "@/lib/store/space"
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

const retryAfterSeconds = 900

/** How long a process may not know yet that the valve was turned by another (docs/decisions/0024). */
export const valveSeenSeconds = 3

/** As it stands after the last write. Not a verb. */
export const readValve = async () => {
  const { data } = await ValveEntity.get({}).go({ consistent: true })
  return data
}

const seen = kept(valveSeenSeconds, readValve)

/** For the process that turns it. */
export const forgetValve = () => seen.forget()

const shown = (record: Awaited<ReturnType<typeof readValve>>): Valve => {
  const { state = "open", message, version = 0 } = record ?? {}
  return { state, message, version }
}

/** What is open at present, and the public's message: for who turns it. */
export const getValve = verb(
  { name: "limits.getValve", by: ["visitor"], input: z.object({}) },
  async (): Promise<Valve> => shown(await readValve()),
)

/** The same as it was at most `valveSeenSeconds` ago: for pages and reports of the public, which come by the thousand. */
export const seeValve = verb(
  { name: "limits.seeValve", by: ["visitor"], input: z.object({}) },
  async (): Promise<Valve> => shown(await seen.get()),
)

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
