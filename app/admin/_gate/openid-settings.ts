type Settings = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }

/** @throws {Error} when the environment names no OpenID provider */
export const openIdSettings = (): Settings => {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = process.env
  if (!issuer || !clientId || !clientSecret) throw new Error("The OpenID provider is not configured")
  return { issuer, clientId, clientSecret }
}
