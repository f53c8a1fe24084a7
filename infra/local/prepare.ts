import { createBucket } from "./create-bucket"
import { createTables } from "./create-tables"
import type { Variables } from "./environment"

/** Creates what the stores lack and plants the seed; done again it changes nothing. */
export const prepare = async (variables: Variables) => {
  Object.assign(process.env, variables)
  await createTables({ table: variables.TABLE_NAME, limits: variables.LIMITS_TABLE_NAME })
  await createBucket(variables.EVIDENCE_BUCKET, variables.SITE_URL)
  // After the environment is set: the clients of `lib` read it as they are made.
  const { seed } = await import("./content")
  await seed()
}
