import { existsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { contextFor } from "@/lib/kernel/context"
import { getSchema, migrate } from "@/lib/migration"
import { writeSchema } from "@/lib/store/schema"

const ctx = () => contextFor({ kind: "system", name: "migrate" })

/**
 * Brings the data of a folder to the present version, before anything else reads it.
 * @throws {Error} for data of a later version, with what to do
 */
export const migrateFolder = async (dataDir: string, log: (line: string) => void): Promise<void> => {
  const { stored, known, state } = await getSchema(ctx(), {})
  if (state === "newer")
    throw new Error(
      `The data in ${dataDir} was written by a later version of the portal (its schema is ${stored}, this version knows ${known}).\nUse that version, or set DATA_DIR to another folder.`,
    )
  // Outside the table: who can change that alone cannot have the portal seal it anew.
  const markOf = (version: number) => join(dataDir, `schema-${version}`)
  let marked = known
  while (marked > stored && !existsSync(markOf(marked))) marked -= 1
  if (marked > stored) {
    log(
      "The table no longer says which schema it has, though this folder had a later one: somebody changed it.\nAfter the start, run: npm run verify-audit",
    )
    await writeSchema(marked)
  }
  if (marked < known) await migrateTold(log)
  if (!existsSync(markOf(known))) writeFileSync(markOf(known), "")
}

/** @returns what a person is told of it */
export const migrateTold = async (log: (line: string) => void): Promise<void> => {
  const { stored, known } = await getSchema(ctx(), {})
  const begun = Date.now()
  let isTold = false
  await migrate(ctx(), {
    tell: (version, done, of) => {
      // An empty table takes no time worth a line.
      if (Date.now() - begun < 1_000 && done < of) return
      if (Date.now() - begun < 1_000 && !isTold) return
      isTold = true
      log(`Migrating the data to schema ${version}: ${done} of ${of} parts`)
    },
  })
  if (isTold) log(`The data is migrated from schema ${stored} to ${known}`)
}
