import { z } from "zod"
import type { Context } from "@/lib/kernel/context"
import { verb } from "@/lib/kernel/verb"
import { type ItemKey, scanKeys } from "@/lib/store/scan"
import { storedSchema, writeSchema } from "@/lib/store/schema"
import { schemaVersion } from "@/lib/store/schema-version"
import { toSchema2 } from "./to-schema-2"
import { toSchema3 } from "./to-schema-3"

/** Does to some items what makes them of a version; done again it changes nothing, so a migration may be cut short. */
type Step = (ctx: Context, keys: readonly ItemKey[]) => Promise<void>

/**
 * By the version that each leads to. Version 4 asks for nothing: what it writes, a decision in the record of its tip and a
 * long text apart from it, is what code of before cannot read.
 */
const steps: Readonly<Record<number, Step>> = { 2: toSchema2, 3: toSchema3 }

const checkMsMax = 1_500

const stateOf = (stored: number) => {
  if (stored === schemaVersion) return "current"
  return stored < schemaVersion ? "older" : "newer"
}
export type SchemaState = ReturnType<typeof stateOf>

/** How what is stored stands to what this version of the portal knows. */
export const getSchema = verb(
  { name: "schema.get", by: ["visitor"], input: z.object({}) },
  async (): Promise<{ stored: number; known: number; state: SchemaState }> => {
    const stored = await storedSchema(AbortSignal.timeout(checkMsMax))
    return { stored, known: schemaVersion, state: stateOf(stored) }
  },
)

const parts = 16

/**
 * Brings what is stored to the present version, step by step. The portal may run meanwhile.
 * @param tell how many of how many parts of a step are done
 * @returns the version that was stored before
 */
export const migrate = verb(
  {
    name: "schema.migrate",
    by: ["system"],
    input: z.object({
      tell: z.custom<(version: number, done: number, of: number) => void>().optional(),
    }),
  },
  async (ctx, { tell }): Promise<{ from: number }> => {
    const from = await storedSchema()
    for (let version = from + 1; version <= schemaVersion; version++) {
      const step = steps[version]
      for (let part = 0; step && part < parts; part++) {
        let after: string | undefined
        do {
          const { keys, next } = await scanKeys({ part, of: parts, after })
          await step(ctx, keys)
          after = next
        } while (after)
        tell?.(version, part + 1, parts)
      }
      await writeSchema(version)
    }
    return { from }
  },
)
