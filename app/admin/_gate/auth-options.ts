import { decodeJwt } from "jose"
import type { NextAuthOptions, Profile } from "next-auth"
import type { OAuthConfig } from "next-auth/providers/oauth"
import { personFromClaims } from "./claims"

const sessionSeconds = 8 * 3600
export const signInPath = "/admin/sign-in"

type Settings = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }

const openIdSettings = (): Settings => {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = process.env
  if (!issuer || !clientId || !clientSecret) throw new Error("The OpenID provider is not configured")
  return { issuer, clientId, clientSecret }
}

// A provider may tell the groups in the ID token only (Cognito), or the other claims from userinfo only.
const openId = ({ issuer, clientId, clientSecret }: Settings): OAuthConfig<Profile> => ({
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
 * The session is a sealed cookie that holds just the claims the portal reads. It ends eight hours after the sign-in,
 * whatever next-auth's own endpoints renew.
 * @throws {Error} when the environment names no OpenID provider
 */
export const authOptions = (): NextAuthOptions => ({
  providers: [openId(openIdSettings())],
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: signInPath, error: signInPath },
  callbacks: {
    signIn: ({ profile }) => (personFromClaims(profile)?.roles.length ?? 0) > 0,
    jwt: ({ token, profile }) => {
      const person = profile ? personFromClaims(profile) : undefined
      if (!person) return token
      const { id: sub, name, roles, authorityId: authority } = person
      const until = Math.floor(Date.now() / 1000) + sessionSeconds
      return { sub, name, roles, until, authority }
    },
    // Nobody asks for the session over HTTP: the server reads the cookie itself.
    session: ({ session }) => ({ expires: session.expires }),
  },
})
