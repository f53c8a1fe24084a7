import { Provider } from "oidc-provider"
import { accountAtPresent, claimsOf } from "./accounts"
import { sqliteAdapter } from "./adapter"
import { failedPage, signedOutPage, signOutPage } from "./pages"
import { type Language, languageOf } from "./words"

export type ProviderOptions = {
  readonly issuer: string
  readonly siteUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly cookieKey: string
  readonly signingKey: Readonly<Record<string, unknown>>
  readonly databasePath: string
  /** Where a file may change what the demo accounts are. */
  readonly accountsPath?: string
}

const hour = 3600

const language = (ctx: { get: (name: string) => string }): Language =>
  languageOf(null, ctx.get("accept-language"))

const pathsAfterSignOut = ["/", "/zh", "/en", "/admin", "/admin/sign-in", "/admin/sign-in?ended=1"]

/** A certified OpenID provider for one client, the portal; nobody is asked for consent. */
export const makeProvider = (options: ProviderOptions) => {
  const { issuer, siteUrl, clientId, clientSecret, cookieKey, signingKey, databasePath, accountsPath } =
    options
  const provider = new Provider(issuer, {
    adapter: sqliteAdapter(databasePath),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${siteUrl}/api/auth/callback/oidc`],
        post_logout_redirect_uris: pathsAfterSignOut.map((path) => siteUrl + path),
        grant_types: ["authorization_code", "refresh_token"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: [signingKey] },
    cookies: { keys: [cookieKey] },
    claims: {
      openid: ["sub"],
      email: ["email", "email_verified"],
      profile: ["name", "name#zh-Hans-CN", "roles", "authority"],
    },
    // As Cognito does: what the scopes ask for stands in the id token too.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      Grant: 8 * hour,
      IdToken: hour,
      Interaction: hour,
      RefreshToken: 8 * hour,
      Session: 8 * hour,
    },
    // The portal asks again for a person's claims, as it does at Cognito, which does not change the token either.
    issueRefreshToken: () => true,
    rotateRefreshToken: false,
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.type = "html"
          ctx.body = signOutPage(language(ctx), form)
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.type = "html"
          ctx.body = signedOutPage(language(ctx), siteUrl)
        },
      },
    },
    renderError: (ctx) => {
      ctx.type = "html"
      ctx.body = failedPage(language(ctx), siteUrl)
    },
    findAccount: (_, id) => {
      const account = accountAtPresent(accountsPath, id)
      return account && { accountId: id, claims: () => claimsOf(account) }
    },
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc
      if (!client || !session?.accountId) return undefined
      const known = session.grantIdFor(client.clientId)
      if (known) return provider.Grant.find(known)
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope("openid email profile")
      await grant.save()
      return grant
    },
  })
  return provider
}
