import { z } from "zod"

const askMsMax = 3_000

const Metadata = z.object({
  token_endpoint: z.url(),
  userinfo_endpoint: z.url(),
  end_session_endpoint: z.url().optional(),
})
export type Metadata = z.infer<typeof Metadata>

let known: { readonly issuer: string; readonly metadata: Metadata } | undefined

/** What an OpenID provider publishes of itself, read once. @throws {Error} when it does not answer within 3 s */
export const metadataOf = async (issuer: string): Promise<Metadata> => {
  if (known?.issuer === issuer) return known.metadata
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(askMsMax),
  })
  const metadata = Metadata.parse(await response.json())
  known = { issuer, metadata }
  return metadata
}
