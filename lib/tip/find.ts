import type { StoredEvent } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import type { TipId } from "@/lib/kernel/id"
import { type Key, keyOf } from "@/lib/store/query"
import type { Message } from "./talk/message"
import { MessageEntity } from "./talk/message.entity"
import { withText } from "./text"
import type { Tip } from "./tip"
import { canaryShard, queueShards, TipEntity, urgentShard } from "./tip.entity"

/**
 * The queue's shard of a tip: stable, and even because ids are random. Right holders' come after citizens', and those
 * of citizens that name an urgency after both.
 */
export const shardOf = ({
  tipId,
  source,
  urgency,
  canary,
}: Pick<Tip, "tipId" | "source" | "urgency" | "canary">) => {
  if (canary) return canaryShard
  const first = source ? queueShards : urgency ? urgentShard : 0
  return first + (tipId.charCodeAt(tipId.length - 1) % queueShards)
}

export type StoredTip = Tip & {
  readonly codeHash: string
  readonly birth: StoredEvent
  readonly decision?: StoredEvent
}

/** What people read of a tip's record. */
export const readable = ({ codeHash: _code, birth: _birth, decision: _decision, ...tip }: StoredTip): Tip =>
  tip

export const findTip = async (tipId: TipId): Promise<StoredTip | undefined> => {
  const { data } = await TipEntity.get({ tipId }).go({ consistent: true })
  const [tip] = data ? await withText([data]) : []
  return tip
}

/** Where a tip's record lies, to be read with others. */
export const keyOfTip = (tipId: TipId): Key => keyOf(TipEntity.get({ tipId }))

/** The tips among items that were read together. */
export const tipsIn = async (items: readonly Record<string, unknown>[]): Promise<StoredTip[]> =>
  withText(items.flatMap((item) => TipEntity.parse({ Item: item }).data ?? []))

/** What a receipt is held against, and no more of the tip: what is not there takes hardly less time to read. */
export const findCodeHash = async (tipId: TipId): Promise<string | undefined> => {
  const { data } = await TipEntity.get({ tipId }).go({ consistent: true, attributes: ["codeHash"] })
  return data?.codeHash
}

/**
 * Not a verb: the verb that asks has authorised the read.
 * @throws {DomainError} not-found
 */
export const getTipRecord = async (tipId: TipId): Promise<StoredTip> => {
  const tip = await findTip(tipId)
  if (!tip) throw new DomainError("not-found", { reason: "tip" })
  return tip
}

/** What was asked and answered, oldest first. */
export const messagesOf = async (tipId: TipId): Promise<Message[]> => {
  const { data } = await MessageEntity.query.tip({ tipId }).go({ pages: "all", consistent: true })
  return data.toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1))
}
