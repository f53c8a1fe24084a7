import type { NextConfig } from "next"
import { assetVersions } from "./app/_document/asset-versions"

const isProduction = process.env.NODE_ENV === "production"

/** For every answer. Each document and the console's proxy add their own content security policy. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  ...(isProduction
    ? [{ key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" }]
    : []),
]

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  env: { ASSET_VERSIONS: JSON.stringify(assetVersions("public/assets")) },
  poweredByHeader: false,
  images: { unoptimized: true },
  // Every start begins with an empty cache: what a page shows was read from the stores it runs on.
  experimental: { isrFlushToDisk: false },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    {
      source: "/assets/:path*",
      has: [{ type: "query", key: "v" }],
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
}

export default config
