import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { cache } from "react"
import { visitorContext } from "@/app/_http/visitor-context"
import { within } from "@/app/_http/within"
import type { Person } from "@/lib/kernel/actor"
import { type Context, contextFor } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { claimsAge, closeSession, findSession, personIn, renewSession, type Session } from "@/lib/session"
import { askProvider } from "./ask-provider"
import { gate } from "./gate"
import { signInPath } from "./paths"
import { recognised } from "./recognised"
import { type Jar, type Sealed, sealedIn } from "./sealed-cookie"

/** Whom a request's cookie proves to be signed in: while the session goes on, and with the roles held by now. */
export const personOfCookies = async (jar: Jar, now?: string): Promise<Person | undefined> => {
  const session = await sessionOfCookies(jar, now)
  return session && personIn(session)
}

const sessionOfCookies = async (jar: Jar, now?: string): Promise<Session | undefined> => {
  const sealed = await sealedIn(jar)
  if (!sealed) return undefined
  const visitor = now ? contextFor({ kind: "visitor" }, { now }) : visitorContext()
  const session = await findSession(visitor, sealed)
  if (!session) return undefined
  if (claimsAge(session, visitor.now) === "fresh") return session
  return sessionAsked(visitor, sealed, session)
}

const sessionAsked = async ({ now }: Context, { refreshToken }: Sealed, session: Session) => {
  const word = await askProvider(refreshToken)
  if (word.is === "silent") return claimsAge(session, now) === "stale" ? undefined : session
  const person =
    word.is === "claims" ? await recognised(word.claims, { known: session.name }, now) : undefined
  if (person && person.id === session.personId) return renewSession(gate(now), { session, person })
  await closeSession(gate(now), session)
  return undefined
}

/** How long a request waits to learn who it is from. */
const sessionMsMax = 6_000

const findContext = cache(async (): Promise<Context | undefined> => {
  const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
  const session = await within(sessionMsMax, sessionOfCookies(jar))
  return session && contextFor(personIn(session), { signedInAt: session.startedAt })
})

/** For pages: one context a request. Who is not signed in goes to the sign-in page. */
export const staffContext = async (): Promise<Context> => (await findContext()) ?? redirect(signInPath)

/**
 * For actions and routes, which answer a lapsed session themselves.
 * @throws {DomainError} unauthenticated
 */
export const requireStaff = async (): Promise<Context> => {
  const ctx = await findContext()
  if (!ctx) throw new DomainError("unauthenticated")
  return ctx
}
