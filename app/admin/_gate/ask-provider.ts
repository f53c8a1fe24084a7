import { decodeJwt } from "jose"
import { z } from "zod"
import { log } from "@/lib/kernel/log"
import { openIdSettings } from "./openid-settings"
import { metadataOf } from "./provider-metadata"

const askMsMax = 3_000

const Tokens = z.object({ access_token: z.string(), id_token: z.string().optional() })

/** What the provider says by now of somebody who signed in: the claims, or that the sign-in is over there. */
export type Word = { readonly is: "claims"; readonly claims: unknown } | { readonly is: "over" | "silent" }

/**
 * Asks the provider anew for a person's claims, by the token it gave for that.
 * A provider that does not answer, or answers with a fault of its own, is silent.
 */
export const askProvider = async (refreshToken: string): Promise<Word> => {
  try {
    const { issuer, clientId, clientSecret } = openIdSettings()
    const { token_endpoint, userinfo_endpoint } = await metadataOf(issuer)
    const answer = await fetch(token_endpoint, {
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString("base64")}`,
      },
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken }),
      signal: AbortSignal.timeout(askMsMax),
    })
    // Signed out there, disabled, or the token revoked.
    if (answer.status === 400 || answer.status === 401) return { is: "over" }
    const { access_token, id_token } = Tokens.parse(await answer.json())
    const about = await fetch(userinfo_endpoint, {
      headers: { authorization: `Bearer ${access_token}` },
      signal: AbortSignal.timeout(askMsMax),
    })
    if (about.status === 401) return { is: "over" }
    const userinfo = z.looseObject({ sub: z.string() }).parse(await about.json())
    return { is: "claims", claims: { ...(id_token ? decodeJwt(id_token) : {}), ...userinfo } }
  } catch (error) {
    log.warn({ err: error }, "the OpenID provider did not answer")
    return { is: "silent" }
  }
}
