import { contextFor } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import type { Verb } from "@/lib/kernel/verb"

/**
 * A query as any visitor may make it.
 * @returns undefined where there is no such thing; whatever else goes wrong is thrown
 */
export const publicRead =
  <Input, Output>(query: Verb<Input, Output>) =>
  async (input: Input): Promise<Output | undefined> => {
    try {
      return await query(contextFor({ kind: "visitor" }), input)
    } catch (error) {
      if (isDomainError(error) && (error.code === "not-found" || error.code === "invalid")) return undefined
      throw error
    }
  }
