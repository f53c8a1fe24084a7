import { type Change, type Head, initialHead, type NewEvent } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import type { ImportId } from "@/lib/kernel/id"
import { put, transact, update } from "@/lib/store/transact"
import type { Import } from "./import"
import { ImportEntity } from "./import.entity"

export const findImport = async (importId: ImportId): Promise<Import | undefined> =>
  (await ImportEntity.get({ importId }).go({ consistent: true })).data ?? undefined

/**
 * An import of the person's own; another's is not told from none.
 * @throws {DomainError} not-found `import`
 */
export const ownImport = async (personId: string, importId: ImportId): Promise<Import> => {
  const found = await findImport(importId)
  if (found?.person.id !== personId) throw new DomainError("not-found", { reason: "import" })
  return found
}

type Begun = Pick<Import, "importId" | "person" | "fileName" | "total" | "orderedAt">

export const newImport = (begun: Begun): Change => ({
  file: begun.importId,
  subject: begun.importId,
  from: initialHead,
  event: { type: "import.begun", data: { fileName: begun.fileName, rows: begun.total } },
  record: (next) =>
    put(
      ImportEntity.create({
        ...begun,
        personId: begun.person.id,
        state: "waiting",
        rowsDone: 0,
        recorded: 0,
        exists: 0,
        refused: [],
        ...next,
      }),
    ),
})

type Patch = Partial<
  Pick<Import, "state" | "rowsDone" | "recorded" | "exists" | "refused" | "endedAt" | "stoppedFor">
>

const patched = ({ importId, version, state, rowsDone }: Import, patch: Patch, next?: Head) =>
  update(
    ImportEntity.patch({ importId })
      .set({ ...patch, ...next })
      .where(
        (is, { eq }) =>
          `${eq(is.version, version)} AND ${eq(is.state, state)} AND ${eq(is.rowsDone, rowsDone)}`,
      ),
  )

/**
 * Progress: no event is written, as the ledger has what was recorded.
 * @throws {ConditionFailed} where it went on, or ended, since it was read
 */
export const movedImport = async (before: Import, patch: Patch): Promise<Import> => {
  await transact([patched(before, patch)])
  return { ...before, ...patch }
}

export const endedImport = (before: Import, patch: Patch, event: NewEvent): Change => ({
  file: before.importId,
  subject: before.importId,
  from: before,
  event,
  record: (next) => patched(before, patch, next),
})

export const stoppedFor = (why: NonNullable<Import["stoppedFor"]>): NewEvent => ({
  type: "import.stopped",
  data: { why },
})
