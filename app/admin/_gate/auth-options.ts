import { decodeJwt } from "jose"
import type { NextAuthOptions, Profile } from "next-auth"
import type { OAuthConfig } from "next-auth/providers/oauth"
import { log } from "@/lib/kernel/log"
import { closeSession, sessionHours, startSession } from "@/lib/session"
import { consoleLocale } from "./console-locale"
import { gate } from "./gate"
import { openIdSettings } from "./openid-settings"
import { signInPath } from "./paths"
import { recognised } from "./recognised"

const sessionSeconds = sessionHours * 3600

// A provider may tell the groups in the ID token only (Cognito), or the other claims from userinfo only.
const openId = ({
  issuer,
  clientId,
  clientSecret,
}: ReturnType<typeof openIdSettings>): OAuthConfig<Profile> => ({
  id: "oidc",
  name: "OpenID",
  type: "oauth",
  wellKnown: `${issuer}/.well-known/openid-configuration`,
  // A shared computer must not sign the next person in as the last one.
  authorization: { params: { scope: "openid email profile", prompt: "login" } },
  idToken: true,
  checks: ["pkce", "state", "nonce"],
  clientId,
  clientSecret,
  userinfo: {
    request: async ({ client, tokens }) => ({
      ...(tokens.id_token ? decodeJwt(tokens.id_token) : {}),
      ...(await client.userinfo(tokens.access_token ?? "")),
    }),
  },
  profile: (claims) => ({ id: claims.sub ?? "", name: claims.name ?? null }),
})

/**
 * The sealed cookie names the session's record, and holds the token by which the provider is asked again. The session
 * ends eight hours after the sign-in, whatever next-auth's own endpoints renew, and with its record.
 * @throws {Error} when the environment names no OpenID provider
 */
export const authOptions = (): NextAuthOptions => ({
  providers: [openId(openIdSettings())],
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: signInPath, error: signInPath },
  callbacks: {
    signIn: async ({ profile }) => (await recognised(profile)) !== undefined,
    jwt: async ({ token, profile, account }) => {
      const person = profile ? await recognised(profile, { locale: await consoleLocale() }) : undefined
      if (!person) return token
      const { sessionId } = await startSession(gate(), { person })
      const until = Math.floor(Date.now() / 1000) + sessionSeconds
      return { sub: person.id, sessionId, refreshToken: account?.refresh_token ?? "", until }
    },
    // Nobody asks for the session over HTTP: the server reads the cookie itself.
    session: ({ session }) => ({ expires: session.expires }),
  },
  // One line each, whatever a visitor has put into what is told.
  logger: {
    error: (code, told) => log.error({ code, told: toldOf(told) }, "next-auth"),
    warn: (code) => log.warn({ code }, "next-auth"),
    debug: () => undefined,
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sessionId === "string") await closeSession(gate(), { sessionId: token.sessionId })
    },
  },
})

/** An error's own words, without what the provider or a visitor may have put beside them. */
const toldOf = (told: unknown): string => {
  if (told instanceof Error) return told.message
  if (typeof told === "object" && told !== null && "error" in told) return toldOf(told.error)
  return typeof told === "string" ? told : ""
}
