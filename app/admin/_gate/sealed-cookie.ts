export type Jar = Readonly<Record<string, string>>

/** What a request's sealed cookie holds; nothing else in the request counts. */
export type Sealed = { readonly sessionId: string; readonly refreshToken: string }

/** Whether a cookie was sealed by this portal and is not past its end. That its session goes on is asked elsewhere. */
export const sealedIn = async (jar: Jar): Promise<Sealed | undefined> => {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) return undefined
  // next-auth's type asks for a whole request. Without its headers no bearer token can stand in for the cookie.
  // Loaded here: the proxy knows this file, and each function that starts loads the proxy.
  const { getToken } = await import("next-auth/jwt")
  const req = { cookies: jar, headers: {} } as unknown as Parameters<typeof getToken>[0]["req"]
  const token = await getToken({ req, secret })
  if (!token || !(Number(token.until) * 1000 > Date.now())) return undefined
  const { sessionId, refreshToken } = token
  if (typeof sessionId !== "string" || typeof refreshToken !== "string") return undefined
  return { sessionId, refreshToken }
}
