import { DomainError } from "@/lib/kernel/errors"
import type { ImportId } from "@/lib/kernel/id"
import { put, transact } from "@/lib/store/transact"
import { type Import, importDaysKept } from "./import"
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

const record = (one: Import) => ({
  ...one,
  personId: one.person.id,
  expiresAt: Math.ceil(Date.parse(one.orderedAt) / 1_000) + importDaysKept * 86_400,
})

export const createImport = (one: Import) => transact([put(ImportEntity.create(record(one)))])

/** @throws {ConditionFailed} where it was changed since it was read */
export const changeImport = async (before: Import, change: Partial<Import>): Promise<Import> => {
  const after = { ...before, ...change, version: before.version + 1 }
  await transact([
    put(ImportEntity.put(record(after)).where(({ version }, { eq }) => eq(version, before.version))),
  ])
  return after
}
