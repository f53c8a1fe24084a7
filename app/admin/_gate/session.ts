import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { getToken } from "next-auth/jwt"
import { cache } from "react"
import type { Person } from "@/lib/kernel/actor"
import { type Context, contextFor } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { signInPath } from "./auth-options"
import { personFromClaims } from "./claims"

/** Whom a request's sealed cookie proves to be signed in; nothing else in the request counts. */
export const personOfCookies = async (jar: Readonly<Record<string, string>>): Promise<Person | undefined> => {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) return undefined
  // next-auth's type asks for a whole request. Without its headers no bearer token can stand in for the cookie.
  const req = { cookies: jar, headers: {} } as unknown as Parameters<typeof getToken>[0]["req"]
  const token = await getToken({ req, secret })
  return token && Number(token.until) * 1000 > Date.now() ? personFromClaims(token) : undefined
}

const findContext = cache(async (): Promise<Context | undefined> => {
  const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
  const person = await personOfCookies(jar)
  return person ? contextFor(person) : undefined
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
