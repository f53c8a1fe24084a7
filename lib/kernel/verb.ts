import type { z } from "zod"
import { type Actor, hasRole, isRole, type Role } from "./actor"
import type { Context } from "./context"
import { DomainError } from "./errors"
import { parse } from "./parse"

/** Who may call a verb. Nobody else: there is no default. */
export type Caller = Role | "visitor" | "reporter" | "right-holder" | "agency" | "system"

export type VerbSpec<Name extends string = string> = {
  readonly name: Name
  readonly by: readonly [Caller, ...Caller[]]
}

export type Verb<Input, Output> = ((ctx: Context, input: Input) => Promise<Output>) & {
  readonly verb: VerbSpec
}

/**
 * A verb of the domain. The role is checked here, before the input is looked at, so no verb can forget it.
 * @throws {DomainError} unauthenticated, forbidden, invalid (before `run`), and what `run` throws
 */
export const verb = <Schema extends z.ZodType, Output>(
  spec: VerbSpec & { readonly input: Schema },
  run: (ctx: Context, input: z.output<Schema>) => Promise<Output>,
): Verb<z.input<Schema>, Output> => {
  const call = async (ctx: Context, input: z.input<Schema>) => {
    authorise(ctx.actor, spec.by)
    return run(ctx, parse(spec.input, input))
  }
  return Object.assign(call, { verb: { name: spec.name, by: spec.by } })
}

const authorise = (actor: Actor, by: readonly Caller[]) => {
  if (actor.kind === "person" ? by.some((caller) => isRoleHeld(actor, caller)) : by.includes(actor.kind))
    return
  if (by.includes("visitor")) return
  throw new DomainError(actor.kind === "visitor" ? "unauthenticated" : "forbidden")
}

const isRoleHeld = (actor: Actor, caller: Caller) => isRole(caller) && hasRole(actor, caller)
