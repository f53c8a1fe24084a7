import { text } from "node:stream/consumers"
import { z } from "zod"
import { commit, isLostRace } from "@/lib/audit"
import type { Person } from "@/lib/kernel/actor"
import { type Context, contextFor } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import { ImportId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { findPerson } from "@/lib/session"
import { getObject } from "@/lib/store/objects/read"
import { ConditionFailed } from "@/lib/store/transact"
import { type Import, importIn, isOver, kept, type NumberedRow, rowsKey } from "./import"
import { endedImport, findImport, movedImport, stoppedFor } from "./records"
import { type MeasureOutcome, measuresAtOnceMax, recordMeasureRows } from "./rows"

/**
 * Records what an import asks for whose rows have arrived. Done twice, or broken off and begun again, it goes on where
 * it was, and records no row twice.
 * @throws {DomainError} unavailable, when a store is silent: it is to be tried again
 */
export const runImport = verb(
  { name: "measure.runImport", by: ["system"], input: z.object({ key: z.string() }) },
  async (ctx, { key }): Promise<void> => {
    const named = importIn(key)
    const found = named && (await findImport(ImportId.parse(named)))
    if (!found || isOver(found)) return
    try {
      await run(ctx, found, await rowsOf(found))
    } catch (error) {
      // Another run of the same went further, or it was stopped.
      if (!isLostRace(error) && !(error instanceof ConditionFailed)) throw error
    }
  },
)

const rowsOf = async ({ importId }: Import): Promise<readonly NumberedRow[]> =>
  JSON.parse(await text((await getObject(rowsKey(importId))).body))

const run = async (ctx: Context, found: Import, rows: readonly NumberedRow[]): Promise<void> => {
  let job = await movedImport(found, { state: "running" })
  while (job.rowsDone < rows.length) {
    const person = await actingFor(job)
    const some = rows.slice(job.rowsDone, job.rowsDone + measuresAtOnceMax)
    const outcomes = person && (await recorded(person, ctx, some))
    if (!outcomes) return end(ctx, job, "no-role")
    job = await movedImport(job, tallied(job, some, outcomes))
  }
  return end(ctx, job)
}

const end = async ({ actor }: Context, job: Import, why?: "no-role"): Promise<void> => {
  const ctx = contextFor(actor)
  const { recorded, exists, refused } = job
  await commit(
    ctx,
    why
      ? endedImport(job, { state: "stopped", stoppedFor: why, endedAt: ctx.now }, stoppedFor(why))
      : endedImport(
          job,
          { state: "done", endedAt: ctx.now },
          { type: "import.done", data: { recorded, exists, refused: refused.length } },
        ),
  )
}

/** Who began it, with the roles that they have now; undefined for one who has left. */
const actingFor = async ({ person }: Import): Promise<Person | undefined> => {
  const known = await findPerson(person.id)
  if (!known) return person
  return known.leftAt === undefined
    ? { ...person, roles: known.roles, authorityId: known.authorityId }
    : undefined
}

/** @returns undefined where the person may not record measures any more */
const recorded = async (person: Person, { requestId }: Context, rows: readonly NumberedRow[]) => {
  try {
    return await recordMeasureRows(contextFor(person, { requestId }), {
      rows: rows.map(({ value }) => value),
    })
  } catch (error) {
    if (isDomainError(error) && error.code === "forbidden") return undefined
    throw error
  }
}

const tallied = (job: Import, rows: readonly NumberedRow[], outcomes: readonly MeasureOutcome[]) => {
  const isNew = (one: MeasureOutcome) =>
    one.status === "recorded" || (one.status === "exists" && isOf(job, one))
  return {
    rowsDone: job.rowsDone + rows.length,
    recorded: job.recorded + outcomes.filter(isNew).length,
    exists: job.exists + outcomes.filter((one) => one.status === "exists" && !isNew(one)).length,
    refused: [
      ...job.refused,
      ...outcomes.flatMap((one, at) =>
        one.status === "refused" ? [{ number: rows[at]?.number ?? 0, why: kept(one.why) }] : [],
      ),
    ],
  }
}

/** Recorded by this import before its process died, which wrote nothing of it down. */
const isOf = ({ person, orderedAt }: Import, { measure }: Extract<MeasureOutcome, { status: "exists" }>) =>
  measure.recordedBy.id === person.id && measure.recordedAt >= orderedAt
