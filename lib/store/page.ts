import { z } from "zod"
import { type Id, idFrom } from "@/lib/kernel/id"
import { breaks } from "@/lib/kernel/parse"

/** Where a page of a worklist went on from: the sort key of its last row, opaque to the reader. */
export type Position<Kind extends string = string> = { readonly at: string; readonly id: Id<Kind> }

const cursorAt = ({ at, id }: Position) => Buffer.from(`${at}#${id}`).toString("base64url")

const shape = /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z)#([a-z]{3})_([0-9a-z-]+)$/

/** Reads a cursor of a list of `kind`; anything that no such list gave is an issue `unknown-cursor`. */
export const cursorOf = <Kind extends string>(kind: Kind) =>
  z.string().transform((typed, refinement): Position<Kind> => {
    const [, at, prefix, text] = shape.exec(Buffer.from(typed, "base64url").toString()) ?? []
    if (at && text && prefix === kind) return { at, id: idFrom(kind, text) }
    breaks(refinement, "unknown-cursor")
    return z.NEVER
  })

export type Page<Row> = { readonly rows: Row[]; readonly next?: string }

export const pageSize = 25

/** The first page of what one or more shards gave, each asked for one row more than a page. */
export const pageOf = <Row>(
  rows: readonly Row[],
  positionOf: (row: Row) => Position,
  rowsMax = pageSize,
): Page<Row> => {
  const key = (row: Row) => `${positionOf(row).at}#${positionOf(row).id}`
  const sorted = rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const page = sorted.slice(0, rowsMax)
  const last = page.at(-1)
  return sorted.length > rowsMax && last ? { rows: page, next: cursorAt(positionOf(last)) } : { rows: page }
}
