import { unstable_cache } from "next/cache"
import { contextFor } from "@/lib/kernel/context"
import { canonical } from "@/lib/kernel/crypto"
import { isDomainError } from "@/lib/kernel/errors"
import type { Verb } from "@/lib/kernel/verb"

/** What the pipeline may ask to be read anew. */
export const renewableTags = ["notices", "campaigns"] as const
export type RenewableTag = (typeof renewableTags)[number]

/**
 * A query as any visitor may make it, kept until its tag is renewed.
 * @returns undefined where there is no such thing; whatever else goes wrong is thrown, so that it is not kept
 */
export const publicRead =
  <Input, Output>(query: Verb<Input, Output>, tag: RenewableTag) =>
  async (input: Input): Promise<Output | undefined> => {
    const read = async () => {
      try {
        return { found: await query(contextFor({ kind: "visitor" }), input) }
      } catch (error) {
        if (isDomainError(error) && (error.code === "not-found" || error.code === "invalid")) return {}
        throw error
      }
    }
    const kept: { found?: Output } = await unstable_cache(read, [query.verb.name, canonical(input)], {
      tags: [tag],
    })()
    return kept.found
  }
