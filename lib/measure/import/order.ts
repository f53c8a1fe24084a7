import { z } from "zod"
import { personOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { ImportId, newId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { verb } from "@/lib/kernel/verb"
import { putObject } from "@/lib/store/objects/write"
import { ConditionFailed } from "@/lib/store/transact"
import { type Import, isOver, rowsKey } from "./import"
import { changeImport, createImport, ownImport } from "./records"
import { measureRowsMax } from "./rows"

const importers = ["case-officer", "agency-officer"] as const

/** Has the rows of a table recorded, one after the other, for who asks; the page that asked may be left. */
export const orderImport = verb(
  {
    name: "measure.orderImport",
    by: importers,
    input: z.object({
      fileName: z.string().trim().max(200),
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
    await createImport({
      importId,
      person: { kind, id, name, roles, authorityId },
      fileName,
      state: "waiting",
      total: rows.length,
      rowsDone: 0,
      recorded: 0,
      exists: 0,
      refused: [],
      orderedAt: ctx.now,
      version: 1,
    })
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
  (ctx, { importId }): Promise<Import> =>
    retry(
      async () => {
        const found = await ownImport(personOf(ctx).id, importId)
        if (isOver(found)) throw new DomainError("conflict", { reason: "import-over" })
        return changeImport(found, { state: "stopped", stoppedFor: "by-hand", endedAt: ctx.now })
      },
      (error) => error instanceof ConditionFailed,
    ),
)

/** How an import stands. @throws {DomainError} not-found `import`, also for another's */
export const getImport = verb(
  { name: "measure.getImport", by: importers, input: z.object({ importId: ImportId }) },
  (ctx, { importId }): Promise<Import> => ownImport(personOf(ctx).id, importId),
)
