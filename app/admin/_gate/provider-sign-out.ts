import { setting } from "@/lib/kernel/config"
import { log } from "@/lib/kernel/log"
import { openIdSettings } from "./openid-settings"
import { endedPath } from "./paths"
import { metadataOf } from "./provider-metadata"

/** Where the provider leads back to: registered there, in infra/auth.ts and infra/local/openid. */
const back = () => `${setting("SITE_URL")}${endedPath}`

/**
 * The address at which the provider ends a person's session with it: the one that it publishes (OpenID Connect
 * RP-Initiated Logout), or Cognito's, which publishes none.
 * @returns undefined where there is none, or the provider does not answer
 */
export const providerSignOut = async (): Promise<string | undefined> => {
  const { issuer, clientId } = openIdSettings()
  const signInUrl = process.env.OIDC_SIGN_IN_URL
  try {
    const { end_session_endpoint: published } = await metadataOf(issuer)
    if (published) return withQuery(published, { client_id: clientId, post_logout_redirect_uri: back() })
    return signInUrl && withQuery(`${signInUrl}/logout`, { client_id: clientId, logout_uri: back() })
  } catch (error) {
    log.warn({ err: error }, "the OpenID provider did not answer")
    return undefined
  }
}

const withQuery = (address: string, query: Readonly<Record<string, string>>) =>
  `${address}?${new URLSearchParams(query)}`
