import { Buffer } from "node:buffer"
import { readFile } from "node:fs/promises"
import path from "node:path"
import vm from "node:vm"
import { describe, expect, inject, it } from "vitest"
import { beforeSite } from "@/infra/edge"
import { configNames } from "@/tests/support/infra/checks/config-names"
import { edgeCode, throughEdge, viewerAddress } from "@/tests/support/infra/checks/edge"
import { ofType, only, siteOf } from "@/tests/support/infra/checks/find"

const graph = inject("trial")
const production = inject("production")
const page = "/zh/notices"

const intoSite = (headers: Record<string, string>) => {
  const event = { headers: { ...headers } }
  vm.runInNewContext(beforeSite, { event })
  return event.headers
}

/** What the site has no use for on AWS: its scanner is the pipeline's, its stores fill no disk of its own. */
const notOfSite = [
  "SCANNER",
  "TIMESTAMP_AUTHORITY",
  "TIMESTAMP_ROOTS",
  "STORAGE_PATH",
  "STORAGE_RESERVE_MB",
  "PIPELINE_SILENT_SECONDS_MAX",
]

describe("the assets", () => {
  type Asset = { readonly key: string; readonly cacheControl: string }
  const assets = production.resources
    .filter(({ name }) => name.startsWith("SiteAssetFiles"))
    .flatMap(({ inputs }) => inputs.files as Asset[])

  it("are kept for good where their address names their version", () => {
    const css = assets.find(({ key }) => key.endsWith("/assets/site.css"))
    expect(css).toMatchObject({ cacheControl: "public,max-age=31536000,immutable" })
    const icon = assets.find(({ key }) => key.endsWith("/favicon.svg"))
    expect(icon?.cacheControl).not.toContain("immutable")
  })

  it("come with the security headers that CloudFront adds where an answer has none", () => {
    const { inputs } = only(production, "aws:cloudfront/distribution:Distribution")
    expect(inputs.defaultCacheBehavior).toMatchObject({
      responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03",
    })
  })
})

describe("the site's function", () => {
  it("is deployed after those that read what it writes", () => {
    const at = (named: RegExp) =>
      production.resources.findLastIndex(
        ({ type, name }) => /^aws:.*:(Function|EventSourceMapping)$/.test(type) && named.test(name),
      )
    const site = production.resources.findIndex(
      ({ type, name }) => /^aws:.*:Function$/.test(type) && name.startsWith("SiteServer"),
    )
    for (const readers of [/^TableSubscriber/, /^IncomingEvidenceSubscriber/, /^BatchesSubscriber/]) {
      expect(at(readers)).toBeGreaterThan(-1)
      expect(site).toBeGreaterThan(at(readers))
    }
  })

  it("is told where people sign in, which its policy lets forms lead to", () => {
    expect(siteOf(production).variables.OIDC_SIGN_IN_URL).toMatch(/^https:\/\/.+/)
  })

  it("gets every variable that the portal knows, and those of sign-in", async () => {
    const names = Object.keys(siteOf(production).variables)
    const signIn = ["NEXTAUTH_URL", "NEXTAUTH_SECRET", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]
    expect(names).toEqual(
      expect.arrayContaining([
        ...(await configNames()).filter((name) => !notOfSite.includes(name)),
        ...signIn,
      ]),
    )
    // Without a sender of mail, as on a trial, there is none to name.
    expect(Object.keys(siteOf(graph).variables)).toEqual(names.filter((name) => name !== "MAIL_FROM"))
    expect(siteOf(graph).variables).toMatchObject({
      SITE_URL: graph.outputs.siteUrl,
      NEXTAUTH_URL: graph.outputs.siteUrl,
      CONTACT_KEYRING: expect.stringMatching(/^kms:arn:aws:kms:/),
    })
  })

  it("alone gets them: the build is told none", async () => {
    const { environment } = only(graph, "command:local:Command").inputs
    const reported = Object.keys(environment as object)
    for (const name of [...(await configNames()), "NEXTAUTH_SECRET", "OIDC_CLIENT_SECRET"])
      expect(reported).not.toContain(name)
  })

  it("is built with the OpenNext of package.json, and made smaller", async () => {
    const { scripts, devDependencies } = JSON.parse(
      await readFile(path.resolve(import.meta.dirname, "../../package.json"), "utf8"),
    )
    expect(only(graph, "command:local:Command").inputs.create).toBe("npm run build:site")
    expect(scripts["build:site"]).toMatch(/^open-next build && tsx infra\/build\/shrink-site\.ts$/)
    expect(devDependencies["@opennextjs/aws"]).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it("answers CloudFront's signed requests only, and those of this distribution", () => {
    expect(only(graph, "aws:lambda/functionUrl:FunctionUrl").inputs.authorizationType).toBe("AWS_IAM")
    const permissions = ofType(graph, "aws:lambda/permission:Permission")
    for (const { inputs } of permissions)
      expect(inputs).toMatchObject({
        principal: "cloudfront.amazonaws.com",
        sourceArn: expect.stringContaining(":distribution/AddressCdnDistribution"),
      })
  })

  it("says itself who may call it from another origin", () => {
    expect(only(graph, "aws:lambda/functionUrl:FunctionUrl").inputs.cors).toBeUndefined()
  })

  it("has no image optimizer beside it", () => {
    const names = ofType(graph, "aws:lambda/function:Function").map(({ name }) => name)
    expect(names.filter((name) => /image/i.test(name))).toEqual([])
  })
})

describe("at the edge", () => {
  it.each([graph, production])("the code is as small as CloudFront wants it", (stage) => {
    expect(Buffer.byteLength(edgeCode(stage))).toBeLessThanOrEqual(10_240)
  })

  it("a page is asked of the site's function, signed", async () => {
    const { origin } = await throughEdge(graph, page, {})
    expect(origin).toMatchObject({
      domainName: "siteserverapsoutheast1url.example",
      originAccessControlConfig: { enabled: true, signingBehavior: "always", originType: "lambda" },
    })
  })

  it("a trusted reporter's key survives the signature", async () => {
    const { headers } = await throughEdge(graph, "/api/v1/tips:bulk", { authorization: "Bearer key" })
    expect(headers.authorization).toBeUndefined()
    const plain = Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value]))
    expect(intoSite({ ...plain, authorization: "AWS4-HMAC-SHA256 ..." }).authorization).toBe("Bearer key")
  })

  it("the signature itself is not shown to the site as if the visitor had sent it", () => {
    expect(intoSite({ authorization: "AWS4-HMAC-SHA256 ..." }).authorization).toBeUndefined()
  })

  it("a visitor cannot slip the carrying header in", async () => {
    const { headers } = await throughEdge(graph, page, { "x-viewer-authorization": "Bearer stolen" })
    expect(headers["x-viewer-authorization"]).toBeUndefined()
  })

  it("tells the site the visitor's address, and never what the visitor says of it", async () => {
    const { headers } = await throughEdge(graph, page, { "x-portal-viewer": "192.0.2.1" })
    expect(headers["x-portal-viewer"]?.value).toBe(viewerAddress)
    expect(siteOf(graph).variables.VIEWER_ADDRESS_HEADER).toBe("x-portal-viewer")
  })

  it("figures as CSV and as JSON are kept apart, and so is nothing else", async () => {
    const { headersConfig } = only(graph, "aws:cloudfront/cachePolicy:CachePolicy").inputs
      .parametersInCacheKeyAndForwardedToOrigin as { headersConfig: { headers: { items: string[] } } }
    const variantOf = async (accept: string) => {
      const { headers } = await throughEdge(graph, "/api/v1/campaigns/2017/figures", { accept })
      return headersConfig.headers.items.map((name) => headers[name]?.value).join()
    }
    expect(await variantOf("text/csv")).not.toBe(await variantOf("application/json"))
    expect(await variantOf("application/json")).toBe(await variantOf("text/html,*/*;q=0.8"))
  })

  it("an answer is kept as long as it says itself, and not at all where it says nothing", () => {
    expect(only(graph, "aws:cloudfront/cachePolicy:CachePolicy").inputs).toMatchObject({
      minTtl: 0,
      defaultTtl: 0,
      maxTtl: 86_400,
    })
  })

  it("an error of the site is not kept: it may be one visitor's alone", () => {
    const { customErrorResponses } = only(graph, "aws:cloudfront/distribution:Distribution").inputs
    expect(customErrorResponses).toEqual(
      [500, 502, 503, 504].map((errorCode) => ({ errorCode, errorCachingMinTtl: 0 })),
    )
  })

  it("no second store of pages stands beside the site", () => {
    const names = graph.resources.map(({ name }) => name)
    expect(names.filter((name) => /revalidat/i.test(name))).toEqual([])
  })
})
