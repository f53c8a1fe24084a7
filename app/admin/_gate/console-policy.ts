/**
 * The policy of a console page. A sign-in without script is a form whose answer leads on to the provider, so its
 * origin is a form's destination too.
 */
export const consolePolicy = (nonce: string, issuer: string | undefined, isDevelopment: boolean) => {
  const provider = issuer ? ` ${new URL(issuer).origin}` : ""
  return [
    "default-src 'none'",
    // While developing, React rebuilds server stacks by eval, and Next's overlay styles itself inline.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    `form-action 'self'${provider}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
}

/** The policy of what reporters sent, in its sanitised form: nothing but an image or plain text, on its own. */
export const previewPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'"

const previewPath = /^\/admin\/tips\/[^/]+\/evidence\/[^/]+\/preview$/

/** Whether an address is that of a sanitised copy, which no page's policy would fit. */
export const isPreview = (pathname: string) => previewPath.test(pathname)
