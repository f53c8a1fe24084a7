import { cookies } from "next/headers"
import { NextRequest, NextResponse } from "next/server"
import NextAuth from "next-auth"
import { authOptions, signInPath } from "./auth-options"

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

/** Ends the session: the cookie that is the session goes. */
export const endSession = async (): Promise<void> => {
  await post(["signout"], { callbackUrl: signInPath })
}
