import type { TipId } from "@/lib/kernel/id"
import { findItems, keyOf } from "@/lib/store/query"
import { put, type Write } from "@/lib/store/transact"
import { TextEntity } from "./text.entity"
import type { Tip } from "./tip"

/** From here on it costs less, over a tip's life, to write its text once than with each step (docs/decisions/0098). */
export const textBytesMax = 2_048

type Text = Pick<Tip, "description" | "targets">

const bytesOf = ({ description, targets }: Text) =>
  Buffer.byteLength(description) + Buffer.byteLength(JSON.stringify(targets))

/** What of a new tip is in its record, and what is written beside it. */
export const textApart = (
  tip: Tip,
): { readonly record: Partial<Recorded>; readonly also: readonly Write[] } => {
  if (bytesOf(tip) <= textBytesMax) return { record: {}, also: [] }
  const { tipId, description, targets, expiresAt } = tip
  return {
    record: { description: "", targets: [], isTextApart: true },
    also: [put(TextEntity.create({ tipId, description, targets, expiresAt }))],
  }
}

type Recorded = Text & { readonly isTextApart?: boolean }

/**
 * Tips with what they tell, wherever it lies.
 * @throws {Error} when somebody has removed the text of one
 */
export const withText = async <Item extends Recorded & { readonly tipId: TipId }>(
  items: readonly Item[],
): Promise<Omit<Item, "isTextApart">[]> => {
  const apart = items.filter(({ isTextApart }) => isTextApart)
  const found = await findItems(apart.map(({ tipId }) => keyOf(TextEntity.get({ tipId }))))
  const texts = found.flatMap((Item) => TextEntity.parse({ Item }).data ?? [])
  const byTip = new Map(texts.map(({ tipId, description, targets }) => [tipId, { description, targets }]))
  return items.map(({ isTextApart, ...item }) => {
    if (!isTextApart) return item
    const text = byTip.get(item.tipId)
    if (!text) throw new Error(`the text of ${item.tipId} is missing`)
    return { ...item, ...text }
  })
}
