import type { Issue } from "@/lib/kernel/errors"

export const rowKilobytesMax = 256

/** One row as it was sent: something for the verb to judge, or why it cannot be read. */
export type Row = { readonly value: unknown } | { readonly unreadable: Omit<Issue, "path"> }

/** What makes the rest of a table unreadable; the rows before it count. */
export class TableEnds extends Error {
  readonly issue: Omit<Issue, "path">
  constructor(issue: Omit<Issue, "path">) {
    super(issue.rule)
    this.name = "TableEnds"
    this.issue = issue
  }
}
