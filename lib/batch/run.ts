import { z } from "zod"
import { commit, isLostRace } from "@/lib/audit"
import type { RightHolder } from "@/lib/kernel/actor"
import { type Context, contextFor } from "@/lib/kernel/context"
import { verb } from "@/lib/kernel/verb"
import { countUse, holderOfKey } from "@/lib/right-holder"
import { findObject } from "@/lib/store/objects/read"
import { ConditionFailed, transact } from "@/lib/store/transact"
import { type Batch, noRows, type StopReason } from "./batch"
import { batchChange, findBatchRecord, movedBatch } from "./change"
import { orderBatch } from "./confirm"
import { fromBatchKey } from "./keys"
import { checkRow, sendRow } from "./row-takers"
import { runRows } from "./run-rows"

/** A run that takes longer goes on in another: no function lasts longer than a quarter of an hour. */
const runMinutesMax = 10

/**
 * Does what an object that arrived asks for: the trial run of a table, or the sending of what was checked. Done twice,
 * or broken off and begun again, it changes nothing more.
 * @throws {DomainError} unavailable, when a store is silent: it is to be tried again
 */
export const runBatch = verb(
  { name: "batch.run", by: ["system"], input: z.object({ key: z.string() }) },
  async (ctx, { key }): Promise<void> => {
    const arrived = fromBatchKey(key)
    const batch = arrived && (await findBatchRecord(arrived.batchId))
    if (!batch || batch.holderId !== arrived.holderId) return
    try {
      if (arrived.fileName === undefined) await send(ctx, batch)
      else await check(ctx, batch, { fileKey: key, fileName: arrived.fileName })
    } catch (error) {
      // Another run of the same went further.
      if (!isLostRace(error) && !(error instanceof ConditionFailed)) throw error
    }
  },
)

const stop = (ctx: Context, batch: Batch, why: StopReason) =>
  commit(
    ctx,
    batchChange(
      batch,
      { state: "stopped", stoppedFor: why, endedAt: ctx.now },
      { type: "batch.stopped", data: { why } },
    ),
  )

const moved = async <Patch extends Parameters<typeof movedBatch>[1]>(batch: Batch, patch: Patch) => {
  await transact([movedBatch(batch, patch)])
  return { ...batch, ...patch }
}

/** A trial run begins at the first row, however often it is begun. */
const check = async (
  ctx: Context,
  batch: Batch,
  file: { readonly fileKey: string; readonly fileName: string },
) => {
  const isFirst = batch.state === "waiting"
  if (!isFirst && (batch.state !== "checking" || batch.fileKey !== file.fileKey)) return
  const object = await findObject(file.fileKey)
  if (!object) return
  const { eTag } = object
  const holder = await holderOfKey(batch.keyId)
  if (!holder) {
    object.body.destroy()
    await stop(ctx, batch, "key-revoked")
    return
  }
  const begun = await moved(batch, { state: "checking", ...file, eTag, rowsDone: 0, checked: noRows })
  const done = await runRows(ctx, {
    run: "check",
    batch: begun,
    body: object.body,
    take: checkRow(actingFor(ctx, holder)),
    progress: (before, { counts, rowsDone }) => moved(before, { rowsDone, checked: counts }),
  })
  const { batch: read, counts, ends } = done
  await commit(
    contextFor(ctx.actor),
    batchChange(
      read,
      { state: "checked", checked: counts, ...(ends ? { ends } : {}) },
      { type: "batch.checked", data: { eTag, ...counts } },
    ),
  )
}

const send = async (ctx: Context, batch: Batch) => {
  if (batch.state !== "sending" || !batch.fileKey) return
  const holder = await holderOfKey(batch.keyId)
  if (!holder) {
    await stop(ctx, batch, "key-revoked")
    return
  }
  const object = await findObject(batch.fileKey)
  if (object?.eTag !== batch.eTag || !object) {
    object?.body.destroy()
    await stop(ctx, batch, object ? "file-changed" : "file-gone")
    return
  }
  const {
    batch: read,
    counts,
    isTimeOver,
  } = await runRows(ctx, {
    run: "send",
    batch,
    body: object.body,
    take: sendRow(actingFor(ctx, holder), batch.batchId),
    stopsAt: Date.now() + runMinutesMax * 60_000,
    progress: async (before, { counts: sent, rowsDone, created }) => {
      const after = await moved(before, { rowsDone, sent })
      await countUse(actingFor(ctx, holder), { rowsTaken: created })
      return after
    },
  })
  if (isTimeOver) return orderBatch(ctx, { batchId: batch.batchId })
  const now = contextFor(ctx.actor)
  await commit(
    now,
    batchChange(
      read,
      { state: "sent", sent: counts, endedAt: now.now },
      { type: "batch.sent", data: counts },
    ),
  )
}

const actingFor = (ctx: Context, holder: RightHolder) => contextFor(holder, { requestId: ctx.requestId })
