import { describe, expect, it } from "vitest"
import { type Role, roles } from "@/lib/kernel/actor"
import type { Context } from "@/lib/kernel/context"
import { isDomainError } from "@/lib/kernel/errors"
import { AuthorityId } from "@/lib/kernel/id"
import { callersOf } from "@/tests/architecture/callers"
import { present } from "@/tests/support/people"
import type { Lifecycle } from "./lifecycles"

export type Act<Record> = {
  /** Who of the role does it: some acts ask for one who did not do the first part. */
  readonly by?: string
  /** Roles that may do it, but to none of these records: what they need beside the role is tested elsewhere. */
  readonly notHere?: readonly Role[]
  readonly run: (ctx: Context, on: Record) => Promise<unknown>
}

/** Somebody of a role; an agency officer of the authority that the tests refer to. */
const personOf = (role: Role, id: string): Context =>
  present({
    kind: "person",
    id,
    name: id,
    roles: [role],
    ...(role === "agency-officer" ? { authorityId: AuthorityId.parse("mps") } : {}),
  })

const outcomeOf = async (run: () => Promise<unknown>) => {
  try {
    await run()
    return "done"
  } catch (error) {
    if (isDomainError(error)) return error.code
    throw error
  }
}

/**
 * Tries every act of the staff in every state as every role, on real records.
 * @param make a record of its own in a state
 * @param stateOf how a record stands
 */
export const tryActs = <Record>(
  { states, next, verbs }: Lifecycle,
  acts: Readonly<globalThis.Record<string, Act<Record>>>,
  make: (state: string) => Promise<Record>,
  stateOf: (on: Record) => Promise<string>,
) =>
  describe.each(Object.entries(acts))("to %s", (act, { by = "first", notHere = [], run }) => {
    it.each(states)("in state %s: as the table says, for every role", async (state) => {
      const may = callersOf[verbs[act] ?? ""] ?? []
      const shared = await make(state)
      for (const role of roles.filter((one) => !may.includes(one)))
        expect([role, await outcomeOf(() => run(personOf(role, by), shared))]).toEqual([role, "forbidden"])
      expect(await stateOf(shared)).toBe(state)
      for (const role of notHere)
        expect(["conflict", "not-found", "invalid"]).toContain(
          await outcomeOf(() => run(personOf(role, by), shared)),
        )
      expect(await stateOf(shared)).toBe(state)
      for (const role of roles.filter((one) => may.includes(one) && !notHere.includes(one))) {
        const own = await make(state)
        const after = next(state, act)
        const outcome = await outcomeOf(() => run(personOf(role, by), own))
        const refusals = role === "agency-officer" ? ["conflict", "not-found"] : ["conflict"]
        if (after) expect([role, outcome]).toEqual([role, "done"])
        else expect(refusals).toContain(outcome)
        expect([role, await stateOf(own)]).toEqual([role, after ?? state])
      }
    })
  })
