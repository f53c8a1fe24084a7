import { cookies } from "next/headers"
import { NextRequest, NextResponse } from "next/server"
import NextAuth from "next-auth"
import { closeSession } from "@/lib/session"
import { authOptions } from "./auth-options"
import { gate } from "./gate"
import { signInPath } from "./paths"
import { sealedIn } from "./sealed-cookie"

/** A way back inside the console, and nowhere else. */
export const safeReturn = (path: unknown): string =>
  typeof path === "string" && /^\/admin(?:[/?]|$)/.test(path) && !path.startsWith(signInPath)
    ? path
    : "/admin"

const ask = async (nextauth: string[], form?: Readonly<Record<string, string>>) => {
  const url = new URL(`/api/auth/${nextauth.join("/")}`, process.env.NEXTAUTH_URL)
  const request = form
    ? new NextRequest(url, { method: "POST", body: new URLSearchParams(form) })
    : new NextRequest(url)
  const response: Response = await NextAuth(request, { params: Promise.resolve({ nextauth }) }, authOptions())
  const jar = await cookies()
  for (const cookie of new NextResponse(null, { headers: response.headers }).cookies.getAll()) jar.set(cookie)
  return response
}

const post = async (path: string[], form: Readonly<Record<string, string>>) => {
  const { csrfToken } = (await (await ask(["csrf"])).json()) as { csrfToken: string }
  return ask(path, { ...form, csrfToken })
}

/**
 * Begins a sign-in on the server, so that the page needs no script: sets next-auth's cookies.
 * @returns where to send the person: to the provider
 */
export const beginSignIn = async (returnTo: string): Promise<string> => {
  const response = await post(["signin", "oidc"], { callbackUrl: safeReturn(returnTo) })
  return response.headers.get("location") ?? `${signInPath}?error=OAuthSignin`
}

/** Ends the session on the server, with which every copy of its cookie is worth nothing; then the cookie goes. */
export const endSession = async (): Promise<void> => {
  const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]))
  const sealed = await sealedIn(jar)
  if (sealed) await closeSession(gate(), sealed)
  await post(["signout"], { callbackUrl: signInPath })
}
