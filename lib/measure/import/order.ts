import { z } from "zod"
import { commit, isLostRace } from "@/lib/audit"
import { personOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { ImportId, newId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { clipped } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { putObject } from "@/lib/store/objects/write"
import { type Import, isOver, rowsKey } from "./import"
import { endedImport, newImport, ownImport, stoppedFor } from "./records"
import { measureRowsMax } from "./rows"

const fileNameMax = 200
const importers = ["case-officer", "agency-officer"] as const

/** Has the rows of a table recorded, one after the other, for who asks; the page that asked may be left. */
export const orderImport = verb(
  {
    name: "measure.orderImport",
    by: importers,
    input: z.object({
      // For reading alone, and nothing that the form could ask to be corrected.
      fileName: z.string().transform((name) => clipped(name.trim(), fileNameMax)),
      rows: z
        .array(z.object({ number: z.int().min(1), value: z.record(z.string(), z.string()) }).readonly())
        .min(1)
        .max(measureRowsMax)
        .readonly(),
    }),
  },
  async (ctx, { fileName, rows }): Promise<ImportId> => {
    const importId = newId("imp")
    const { kind, id, name, roles, authorityId } = personOf(ctx)
    const person = { kind, id, name, roles, authorityId }
    await commit(ctx, newImport({ importId, person, fileName, total: rows.length, orderedAt: ctx.now }))
    await putObject(rowsKey(importId), Buffer.from(JSON.stringify(rows)), "application/json")
    return importId
  },
)

/**
 * Ends an import after the rows that it has in hand. What is recorded stays.
 * @throws {DomainError} not-found `import`, also for another's; conflict `import-over`
 */
export const stopImport = verb(
  { name: "measure.stopImport", by: importers, input: z.object({ importId: ImportId }) },
  (ctx, { importId }): Promise<void> =>
    retry(async () => {
      const found = await ownImport(personOf(ctx).id, importId)
      if (isOver(found)) throw new DomainError("conflict", { reason: "import-over" })
      const stopped = { state: "stopped", stoppedFor: "by-hand", endedAt: ctx.now } as const
      await commit(ctx, endedImport(found, stopped, stoppedFor("by-hand")))
    }, isLostRace),
)

/** How an import stands. @throws {DomainError} not-found `import`, also for another's */
export const getImport = verb(
  { name: "measure.getImport", by: importers, input: z.object({ importId: ImportId }) },
  (ctx, { importId }): Promise<Import> => ownImport(personOf(ctx).id, importId),
)
