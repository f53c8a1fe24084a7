import { onRunningPortal } from "./command"

const migrated = async () => {
  const { migrateTold } = await import("@/infra/local/stores/migrate-folder")
  await migrateTold((line) => console.log(line))
  const { getSchema } = await import("@/lib/migration")
  const { contextFor } = await import("@/lib/kernel/context")
  const { stored } = await getSchema(contextFor({ kind: "visitor" }), {})
  console.log(`The data has schema ${stored}`)
  return 0
}

// On AWS the environment names the table and brings the key; see docs/deploy.md.
if (process.argv.includes("--aws"))
  try {
    process.exit(await migrated())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
await onRunningPortal(migrated)
