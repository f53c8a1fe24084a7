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

/**
 * Large packages of which pages and routes would each hold a copy of their own. Next leaves those of S3 outside by
 * itself.
 */
const sharedPackages = [
  "@aws-crypto/client-node",
  "@aws-sdk/client-dynamodb",
  "@aws-sdk/lib-dynamodb",
  "@aws-sdk/util-dynamodb",
  "electrodb",
  "next-auth",
  "openid-client",
]

/**
 * Of Next, what builds, what develops, what other runtimes need, and what draws pages of the `pages` folder. Not all
 * that no test loads: what a strange header or cookie has Next load must be there (tests/aws/strange-requests.test.ts).
 */
const unusedOfNext = [
  "next/dist/build/swc",
  "next/dist/compiled/@edge-runtime/primitives",
  "next/dist/compiled/@edge-runtime/ponyfill",
  "next/dist/compiled/@hapi",
  "next/dist/compiled/@mswjs",
  "next/dist/compiled/commander",
  "next/dist/compiled/comment-json",
  "next/dist/compiled/compression",
  "next/dist/compiled/conf",
  "next/dist/compiled/edge-runtime",
  "next/dist/compiled/httpxy",
  "next/dist/compiled/image-size",
  "next/dist/compiled/semver",
  "next/dist/compiled/send",
  "next/dist/compiled/tar",
  "next/dist/compiled/watchpack",
  "next/dist/compiled/ws",
  "next/dist/compiled/zod",
  "next/dist/compiled/next-server/app-page-turbo-experimental.runtime.prod.js",
  "next/dist/compiled/next-server/pages-turbo.runtime.prod.js",
  "next/dist/lib/typescript",
  "next/dist/server/app-render/app-render.js",
  "next/dist/server/capsize-font-metrics.json",
  "next/dist/server/dev",
  "next/dist/server/mcp",
  "next/dist/server/typescript",
  "react-dom/cjs",
].map((name) => `node_modules/${name}${/\.js(on)?$/.test(name) ? "" : "/**"}`)

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  env: { ASSET_VERSIONS: JSON.stringify(assetVersions("public/assets")) },
  poweredByHeader: false,
  // What stands before the site compresses: CloudFront, or infra/local/site.ts.
  compress: false,
  images: { unoptimized: true },
  serverExternalPackages: [
    // Its package.json calls CommonJS what the bundler would take, which is none.
    "chinese-days",
    ...sharedPackages,
  ],
  outputFileTracingExcludes: { "**": unusedOfNext },
  // Tests build what `npm run check` has checked just before.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === "yes" },
  experimental: {
    // A page of the console that a role may not see answers 403.
    authInterrupts: true,
    // A machine that builds once writes nothing for the next time.
    turbopackFileSystemCacheForBuild: process.env.CI === undefined,
  },
  rewrites: async () => ({
    // Next has pages of its own there, one of which answers 500.
    beforeFiles: ["/404", "/500", "/_error"].map((source) => ({ source, destination: "/zh/not-there" })),
    // A folder's name cannot hold the colon everywhere. Some clients send it encoded, and Next matches what was sent.
    afterFiles: ["/api/v1/tips\\:bulk", "/api/v1/tips%3Abulk"].map((source) => ({
      source,
      destination: "/api/v1/tips-bulk",
    })),
    fallback: [],
  }),
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    {
      // A frame of the page that sends a file.
      source: "/:locale(zh|en)/:path*/sending",
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
