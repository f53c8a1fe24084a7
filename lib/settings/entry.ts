import type { Bilingual } from "@/lib/kernel/bilingual"

/** What administrators word for the desk: why tips are declined, what reporters are often asked, what tips are marked with. */
export const entryKinds = ["decline-reason", "question", "label"] as const
export type EntryKind = (typeof entryKinds)[number]

/** One of a kind. It is never deleted: what was decided by it names it by its code. */
export type Entry = {
  readonly kind: EntryKind
  readonly code: string
  /** For the staff. */
  readonly name: Bilingual
  /** What the reporter reads; a label has none. */
  readonly text?: Bilingual
  /** No longer to be chosen. */
  readonly isRetired?: boolean
}

/** How many of a kind there may be: the whole is one record. */
export const entriesMax = 60

export const hasText = (kind: EntryKind) => kind !== "label"

/** The entries of a kind that may still be chosen. */
export const choosable = (entries: readonly Entry[], kind: EntryKind): Entry[] =>
  entries.filter((entry) => entry.kind === kind && !entry.isRetired)

export const entryOf = (entries: readonly Entry[], kind: EntryKind, code: string): Entry | undefined =>
  entries.find((entry) => entry.kind === kind && entry.code === code)
