import { z } from "zod"

/** Written into the bundle by next.config.ts when the portal is built. */
const versions = z.record(z.string(), z.string()).parse(JSON.parse(process.env.ASSET_VERSIONS ?? "{}"))

/**
 * A file of public/assets: an address that changes with its content, so that it may be cached for ever, and its
 * integrity for a `<script>`.
 */
export const asset = (name: string): { href: string; integrity?: string } => {
  const hash = versions[name]
  if (!hash) return { href: `/assets/${name}` }
  const version = hash.slice(0, 16).replaceAll("+", "-").replaceAll("/", "_")
  return { href: `/assets/${name}?v=${version}`, integrity: `sha384-${hash}` }
}
