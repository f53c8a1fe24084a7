import { z } from "zod"
import { DomainError } from "@/lib/kernel/errors"
import type { Reason } from "@/lib/kernel/refusals"
import { conflictAt } from "./commit"

/** Names a record as somebody saw it: by its ids, and the version that stood on the page. */
export const seenAs = <Ids extends z.ZodRawShape>(ids: Ids) => z.object({ ...ids, version: z.int() })

type Seen = {
  /** The partition the record lives in, and its own id there. */
  readonly file: string
  readonly subject?: string
  /** Where the record stands now, and where the person saw it. */
  readonly version: number
  readonly seen: number
}

/**
 * Holds what a person saw against what stands now, where the act is possible in every state.
 * @throws {DomainError} conflict with the last change, when the record has changed meanwhile
 */
export const requireSeen = async ({ file, subject = file, version, seen }: Seen): Promise<void> => {
  if (version !== seen) throw await conflictAt(file, subject)
}

/**
 * The way into every act on a record that a person saw: nobody acts on what has changed meanwhile, nor where the
 * record's lifecycle has no such act.
 * @param next what the lifecycle answers to the act, undefined where it is not possible
 * @param reason of the conflict in that case
 * @returns `next`
 * @throws {DomainError} conflict with the last change; conflict `reason`
 */
export const nextOf = async <Next>(at: Seen, next: Next | undefined, reason: Reason): Promise<Next> => {
  await requireSeen(at)
  if (next === undefined) throw new DomainError("conflict", { reason })
  return next
}

type Operations<Attribute> = {
  readonly eq: (attribute: Attribute, value: number) => string
  readonly notExists: (attribute: Attribute) => string
}

/**
 * The condition for writing a record of which there is one: that it stands where it was read, or is not there yet.
 * @param version where it stood; 0 where there was none
 */
export const standsAt =
  (version: number) =>
  <Attribute>(
    attributes: { readonly version: Attribute },
    { eq, notExists }: Operations<Attribute>,
  ): string =>
    version > 0 ? eq(attributes.version, version) : notExists(attributes.version)
