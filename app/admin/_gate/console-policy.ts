/**
 * The policy of a console page. A sign-in without script is a form whose answer leads on to the provider, so its
 * origins are a form's destinations too.
 * @param provider addresses of the provider: the issuer's, and where people sign in, which may be on another host
 */
export const consolePolicy = (
  nonce: string,
  provider: readonly (string | undefined)[],
  isDevelopment: boolean,
) => {
  const origins = provider.flatMap((url) => (url ? new URL(url).origin : []))
  return [
    "default-src 'none'",
    // While developing, React rebuilds server stacks by eval, and Next's overlay styles itself inline.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    ["form-action 'self'", ...new Set(origins)].join(" "),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
}

/** The policy of what reporters sent, in its sanitised form: nothing but an image or plain text, on its own. */
export const previewPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'"

const previewPath = /^\/admin\/tips\/[^/]+\/evidence\/[^/]+\/preview$/

/** Whether an address is that of a sanitised copy, which no page's policy would fit. */
export const isPreview = (pathname: string) => previewPath.test(pathname)
