import type { Head } from "@/lib/audit"
import type { Person } from "@/lib/kernel/actor"
import { DomainError, type Issue } from "@/lib/kernel/errors"
import type { ImportId } from "@/lib/kernel/id"
import { bucket } from "@/lib/store/table-description"

export const importStates = ["waiting", "running", "done", "stopped"] as const
type ImportState = (typeof importStates)[number]

/** Why an import ended before its last row: somebody stopped it, or who began it may not record measures any more. */
export const importEnds = ["by-hand", "no-role"] as const
type ImportEnd = (typeof importEnds)[number]

/** A row of a table with its number in it, from 1. */
export type NumberedRow = { readonly number: number; readonly value: Readonly<Record<string, string>> }

/** A row that was not recorded, and why. */
export type RefusedRow = {
  readonly number: number
  readonly why: Pick<DomainError, "code" | "reason"> & { readonly issues: readonly Issue[] }
}

/** The measures of a table, being recorded one after the other for the person who asked for it. */
export type Import = {
  readonly importId: ImportId
  /** As they were signed in when they asked. */
  readonly person: Person
  readonly fileName: string
  readonly state: ImportState
  readonly total: number
  readonly rowsDone: number
  readonly recorded: number
  readonly exists: number
  readonly refused: readonly RefusedRow[]
  readonly orderedAt: string
  readonly endedAt?: string
  readonly stoppedFor?: ImportEnd
} & Head

export const isOver = ({ state }: Pick<Import, "state">) => state === "done" || state === "stopped"

/** What is kept of a refusal, and the refusal that it was. */
export const kept = ({ code, reason, issues }: DomainError): RefusedRow["why"] => ({ code, reason, issues })
export const refusalOf = ({ code, reason, issues }: RefusedRow["why"]) =>
  new DomainError(code, { ...(reason ? { reason } : {}), issues })

const folder = `${bucket.batches}measures/`
/** Where the rows lie; that they have arrived begins the import. */
export const rowsKey = (importId: ImportId) => `${folder}${importId}`
const arrivedKey = new RegExp(`^${folder}(imp_[0-9a-z]+)$`)
/** Which import an object is of; undefined for any other. */
export const importIn = (key: string) => arrivedKey.exec(key)?.[1]
