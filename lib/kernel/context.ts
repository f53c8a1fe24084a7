import type { Actor, Agency, KeyScope, Person, PersonRef, RightHolder } from "./actor"
import { DomainError } from "./errors"
import { newId, type TipId } from "./id"

/** What every verb is told about the one who calls it. */
export type Context = {
  readonly actor: Actor
  /** ISO time of the call; one clock for all it writes. */
  readonly now: string
  readonly requestId: string
  /** When a person proved to the provider who they are; without it, nobody has just done so. */
  readonly signedInAt?: string
  /** The event a reaction answers to: its writes carry it, so that a second delivery changes nothing. */
  readonly causeId?: string
}

export const contextFor = (
  actor: Actor,
  given: { now?: string; requestId?: string; signedInAt?: string; causeId?: string } = {},
): Context => ({
  actor,
  now: given.now ?? new Date().toISOString(),
  requestId: given.requestId ?? newId("req"),
  signedInAt: given.signedInAt,
  causeId: given.causeId,
})

/**
 * The right holder behind the call, whose key is good for `scope`.
 * @throws {DomainError} unauthenticated; forbidden `key-scope`
 */
export const holderOf = (ctx: Context, scope: KeyScope): RightHolder => {
  if (ctx.actor.kind !== "right-holder") throw new DomainError("unauthenticated")
  if (!ctx.actor.scopes.includes(scope)) throw new DomainError("forbidden", { reason: "key-scope" })
  return ctx.actor
}

/**
 * The person behind the call.
 * @throws {DomainError} unauthenticated
 */
export const personOf = (ctx: Context): Person => {
  if (ctx.actor.kind !== "person") throw new DomainError("unauthenticated")
  return ctx.actor
}

/**
 * The person behind the call, as records name one who acted.
 * @throws {DomainError} unauthenticated
 */
export const personRefOf = (ctx: Context): PersonRef => {
  const { id, name } = personOf(ctx)
  return { id, name }
}

/**
 * Who acts for an authority: its officer, or its program.
 * @throws {DomainError} unauthenticated
 */
export const officialOf = (ctx: Context): Person | Agency =>
  ctx.actor.kind === "agency" ? ctx.actor : personOf(ctx)

/**
 * A person, or an authority's program, as records name one who acted.
 * @throws {DomainError} unauthenticated
 */
export const officialRefOf = (ctx: Context): PersonRef =>
  ctx.actor.kind === "agency" ? { id: ctx.actor.keyId, name: ctx.actor.name } : personRefOf(ctx)

/**
 * Two people are needed: who did the first part may not do the second.
 * @param first those who did it; undefined where nobody did
 * @throws {DomainError} unauthenticated; forbidden `second-person`
 */
export const requireSecondPerson = (ctx: Context, ...first: readonly (PersonRef | undefined)[]): void => {
  const { id } = personOf(ctx)
  if (first.some((one) => one?.id === id)) throw new DomainError("forbidden", { reason: "second-person" })
}

/** How long after a sign-in it is taken for sure that the person who signed in is still the one at the screen. */
export const freshSignInMinutes = 15

/**
 * For what nobody is to do at a screen that somebody else left.
 * @throws {DomainError} unauthenticated `sign-in-again`
 */
export const requireFreshSignIn = ({ actor, now, signedInAt }: Context): void => {
  if (actor.kind !== "person") return
  const minutes = signedInAt ? (Date.parse(now) - Date.parse(signedInAt)) / 60_000 : Number.POSITIVE_INFINITY
  if (minutes > freshSignInMinutes) throw new DomainError("unauthenticated", { reason: "sign-in-again" })
}

/**
 * The second person's yes, by which something becomes final.
 * @param first those who did the first part; undefined where nobody did
 * @throws {DomainError} unauthenticated `sign-in-again`; forbidden `second-person`
 */
export const requireApprover = (ctx: Context, ...first: readonly (PersonRef | undefined)[]): void => {
  requireSecondPerson(ctx, ...first)
  requireFreshSignIn(ctx)
}

/**
 * The tip whose reporter calls.
 * @param tipId where the caller names a tip: it must be the reporter's own
 * @throws {DomainError} forbidden
 */
export const reporterTipId = ({ actor }: Context, tipId?: TipId): TipId => {
  if (actor.kind !== "reporter" || (tipId !== undefined && tipId !== actor.tipId))
    throw new DomainError("forbidden")
  return actor.tipId
}
