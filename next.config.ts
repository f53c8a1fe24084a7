import type { NextConfig } from "next"
import { assetVersions } from "./app/_document/asset-versions"

const isProduction = process.env.NODE_ENV === "production"

/** For every answer. Each document and the console's proxy add their own content security policy. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Not `no-referrer`: with it a form without script says `Origin: null`, which Next takes for another site's.
  { key: "Referrer-Policy", value: "same-origin" },
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
  // What stands before the site compresses: CloudFront, or infra/local/site.ts.
  compress: false,
  images: { unoptimized: true },
  // Its package.json calls CommonJS what the bundler would take, which is none.
  serverExternalPackages: ["chinese-days"],
  // Tests build what `npm run check` has checked just before.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === "yes" },
  experimental: {
    // A page of the console that a role may not see answers 403.
    authInterrupts: true,
    // A machine that builds once writes nothing for the next time.
    turbopackFileSystemCacheForBuild: process.env.CI === undefined,
  },
  // A folder's name cannot hold the colon everywhere. Some clients send it encoded, and Next matches what was sent.
  rewrites: async () =>
    ["/api/v1/tips\\:bulk", "/api/v1/tips%3Abulk"].map((source) => ({
      source,
      destination: "/api/v1/tips-bulk",
    })),
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    {
      source: "/:locale(zh|en)/report/evidence/sending",
      headers: [{ key: "X-Frame-Options", value: "SAMEORIGIN" }],
    },
    {
      source: "/assets/:path*",
      has: [{ type: "query", key: "v" }],
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
}

export default config
