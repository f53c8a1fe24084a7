import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb"
import type { AuditEvent } from "@/lib/audit"
import { setting } from "@/lib/kernel/config"
import { idFrom, newId, randomText } from "@/lib/kernel/id"
import { documents } from "@/lib/store/table"
import { rowOf, shardOf, type Tip } from "@/lib/tip"
import { SiteTipEntity } from "@/lib/tip/site-tip.entity"
import { noHolder, TipEntity } from "@/lib/tip/tip.entity"

/** Of a tip and its place under its site each, as many as one request takes. */
const batchSize = 12
const together = 8

const itemsOf = (at: number): object[] => {
  const tipId = idFrom("tip", randomText(12))
  const tip: Tip = {
    tipId,
    status: "received",
    category: "film-tv",
    targets: [{ kind: "url", text: `https://films.example/watch/${at}`, site: "films.example" }],
    sites: ["films.example"],
    description: "The whole film can be watched here without paying.",
    locale: "en",
    receivedAt: new Date(Date.UTC(2026, 0, 1) + at * 1_000).toISOString(),
    evidenceCount: 0,
    hasContact: false,
    contentHash: "0".repeat(64),
    version: 1,
    head: "0".repeat(64),
  }
  const birth: AuditEvent = {
    eventId: newId("evt"),
    file: tipId,
    subject: tipId,
    seq: 1,
    type: "tip.received",
    at: tip.receivedAt,
    actor: { kind: "reporter", id: "reporter", name: "reporter" },
    data: { contentHash: tip.contentHash, evidence: [] },
    prevHash: "",
    hash: tip.head,
  }
  const { Item } = TipEntity.put({
    ...tip,
    sites: [...tip.sites],
    shard: shardOf(tip),
    holderId: noHolder,
    codeHash: tip.contentHash,
    row: rowOf(tip),
    birth,
  }).params<{ Item: object }>()
  const { Item: place } = SiteTipEntity.put({
    site: "films.example",
    receivedAt: tip.receivedAt,
    tipId,
  }).params<{ Item: object }>()
  return [Item, place]
}

const writeBatch = async (first: number, count: number) => {
  let left = Array.from({ length: count }, (_, at) => itemsOf(first + at))
    .flat()
    .map((Item) => ({ PutRequest: { Item } }))
  const table = setting("TABLE_NAME")
  while (left.length > 0) {
    const { UnprocessedItems } = await documents.send(
      new BatchWriteCommand({ RequestItems: { [table]: left } }),
    )
    left = (UnprocessedItems?.[table] ?? []) as typeof left
  }
}

/** Puts tips number `from` to `to` into the queue and under their one site, a second apart, past the verb, which would take them one by one. */
export const fillTips = async (from: number, to: number) => {
  for (let first = from; first < to; first += batchSize * together)
    await Promise.all(
      Array.from({ length: together }, (_, at) => first + at * batchSize)
        .filter((start) => start < to)
        .map((start) => writeBatch(start, Math.min(batchSize, to - start))),
    )
}
