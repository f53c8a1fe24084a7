import type { LocalEnvironment } from "@/infra/local/environment/environment"
import { createBucket } from "./create-bucket"
import { createTables } from "./create-tables"

/**
 * Creates what the stores lack, migrates what they hold and plants the seed; done again it changes nothing.
 * @returns the key of the demo's right holder
 */
export const prepare = async (
  { variables, dataDir }: LocalEnvironment,
  log: (line: string) => void,
): Promise<string> => {
  Object.assign(process.env, variables)
  await createTables({ table: variables.TABLE_NAME, limits: variables.LIMITS_TABLE_NAME })
  await createBucket(variables.EVIDENCE_BUCKET, variables.SITE_URL)
  // After the environment is set: the clients of `lib` read it as they are made.
  const { migrateFolder } = await import("./migrate-folder")
  await migrateFolder(dataDir, log)
  const { seed, seedDemoHolder } = await import("@/infra/local/content")
  await seed()
  return seedDemoHolder(dataDir)
}
