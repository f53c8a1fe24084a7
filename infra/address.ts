/// <reference path="../.sst/platform/config.d.ts" />
// Made before all that must name the portal's address, so that nothing waits for the site itself.
import { beforeRouting, variantHeader } from "./edge"
import { firewall } from "./firewall"

/** Pages say themselves how long they may be kept, a minute; a day is for one that cannot be had anew, and for assets. */
const cachedSecondsMax = 86_400

/** CloudFront would keep these for ten seconds whatever they say, and show one visitor's error to all. */
const errorsNotKept = [500, 502, 503, 504].map((errorCode) => ({ errorCode, errorCachingMinTtl: 0 }))

/**
 * AWS's own set: HSTS, `nosniff` and their like, where an answer has none. The site's answers have their own; assets
 * come from the bucket without any.
 */
const securityHeadersPolicyId = "67f7725c-6f97-4210-82d7-5512b31e9d03"

const domain = process.env.SITE_DOMAIN

export const router = new sst.aws.Router("Address", {
  ...(domain ? { domain } : {}),
  protection: "oac-with-edge-signing",
  edge: { viewerRequest: { injection: beforeRouting } },
  transform: {
    cachePolicy: {
      maxTtl: cachedSecondsMax,
      parametersInCacheKeyAndForwardedToOrigin: {
        cookiesConfig: { cookieBehavior: "none" },
        headersConfig: {
          headerBehavior: "whitelist",
          headers: { items: ["x-open-next-cache-key", "x-forwarded-host", variantHeader] },
        },
        queryStringsConfig: { queryStringBehavior: "all" },
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      },
    },
    cdn: {
      transform: {
        distribution: (distribution) => {
          distribution.httpVersion = "http2and3"
          distribution.isIpv6Enabled = true
          distribution.customErrorResponses = errorsNotKept
          distribution.webAclId = firewall.arn
          distribution.defaultCacheBehavior = $output(distribution.defaultCacheBehavior).apply(
            (behavior) => ({
              ...behavior,
              responseHeadersPolicyId: securityHeadersPolicyId,
            }),
          )
        },
      },
    },
  },
})

const { distribution } = router.nodes.cdn.nodes

export const distributionArn = distribution.arn
export const distributionId = distribution.id

export const siteUrl = router.url
