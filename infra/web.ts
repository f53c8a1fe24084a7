/// <reference path="../.sst/platform/config.d.ts" />
import { distributionArn, router, siteUrl } from "./address"
import { openId } from "./auth"
import { production } from "./defaults"
import { atStart, beforeSite, viewerHeader } from "./edge"
import { fences } from "./fence"
import * as grant from "./grant"
import { mailSettings } from "./mail"
import { ownerSettings } from "./owner"
import { readersDeployed } from "./pipeline"
import {
  auditKey,
  canaryKey,
  contactKey,
  nextAuthSecret,
  receiptKey,
  statementKey,
  webhookKey,
} from "./secret"
import { evidence, limits, table } from "./storage"

const environment = {
  SITE_URL: siteUrl,
  TABLE_NAME: table.name,
  LIMITS_TABLE_NAME: limits.name,
  EVIDENCE_BUCKET: evidence.name,
  NEXTAUTH_URL: siteUrl,
  NEXTAUTH_SECRET: nextAuthSecret.value,
  OIDC_ISSUER: openId.issuer,
  OIDC_SIGN_IN_URL: openId.signInUrl,
  OIDC_CLIENT_ID: openId.clientId,
  OIDC_CLIENT_SECRET: openId.clientSecret,
  RECEIPT_KEY: receiptKey.value,
  AUDIT_KEY: auditKey.value,
  // A secret is shown to the administrator who makes it.
  WEBHOOK_KEY: webhookKey.value,
  WEBHOOK_LOOPBACK: "refuse",
  STATEMENT_KEY: statementKey.value,
  CANARY_KEY: canaryKey.value,
  VIEWER_ADDRESS_HEADER: viewerHeader,
  REPORTS_PER_MINUTE_NORMAL: "300",
  // The site says itself how long a 404 and an error may be kept; OpenNext would have each 404 rendered anew.
  OPEN_NEXT_DANGEROUSLY_SET_ERROR_HEADERS: "true",
  CONTACT_KEYRING: $interpolate`kms:${contactKey.arn}`,
  ...mailSettings,
  ...ownerSettings,
}

const permissions = [
  grant.useTable,
  grant.checkWholeTable,
  grant.countLimits,
  grant.receiveEvidence,
  grant.findParts,
  grant.readEvidence,
  grant.readPackages,
  grant.readDayLogs,
  grant.receiveBatches,
  grant.readBatchResults,
  grant.tellAbsence,
  grant.sealContacts,
]

// Images are served as they are (`images.unoptimized`): SST's optimizer would be one more door with nothing behind.
class Site extends sst.aws.Nextjs {
  protected override buildPlan(...args: Parameters<sst.aws.Nextjs["buildPlan"]>) {
    return super.buildPlan(...args).apply(({ imageOptimizer: _, ...plan }) => plan)
  }
}

const site = new Site("Site", {
  router: { instance: router },
  // The version of package.json, and what makes its output smaller.
  buildCommand: "npm run build:site",
  invalidation: false,
  // Documents name each with its version, by which CloudFront tells them apart.
  assets: { fileOptions: [{ files: "assets/**", cacheControl: "public,max-age=31536000,immutable" }] },
  server: { architecture: "arm64", memory: "1536 MB", timeout: "20 seconds" },
  transform: {
    assets: {
      // SST's own policy would let any distribution of any account read the bucket, cached pages included.
      access: undefined,
      cors: false,
      policy: [
        {
          actions: ["s3:GetObject"],
          principals: [{ type: "service", identifiers: ["cloudfront.amazonaws.com"] }],
          conditions: [{ test: "StringEquals", variable: "aws:SourceArn", values: [distributionArn] }],
          paths: ["_assets/*"],
        },
      ],
    },
    server: (server) => {
      // Here and not in the site's `environment`, which the build sees too: a bundle cannot come to hold a secret.
      server.environment = $resolve([server.environment ?? {}, environment]).apply(([existing, ours]) => ({
        ...existing,
        ...ours,
      }))
      server.permissions = $resolve([server.permissions ?? [], permissions]).apply(([existing, ours]) => [
        ...existing.filter(({ actions }) => !actions.includes("cloudfront:CreateInvalidation")),
        ...ours,
      ])
      server.description = readersDeployed.apply(() => "The portal's pages and its API")
      // Who may call from another origin is for the site to say.
      server.url = $output(server.url).apply((url) =>
        typeof url === "object" ? { ...url, cors: false } : false,
      )
      // A new account may have ten functions at once in all, and of them none can be reserved.
      if (production) server.concurrency = { reserved: fences.site }
      server.injections = $output(server.injections ?? []).apply((existing) => [
        ...existing,
        atStart,
        beforeSite,
      ])
    },
  },
})

const { server } = site.nodes
if (!server) throw new Error("The site has a function on every stage that is deployed")
export const siteFunctionName = server.name
export const siteLogGroup = server.nodes.logGroup
