import { describe, expect, inject, it } from "vitest"
import { allowanceOf } from "@/lib/limits/verdict"
import { only, siteOf } from "@/tests/support/infra/checks/find"

type Block = {
  readonly block: {
    readonly customResponse: { readonly responseCode: number; readonly responseHeaders: readonly object[] }
  }
}
type Path = { readonly byteMatchStatement: { readonly searchString: string } }
type Rule = {
  readonly name: string
  readonly priority: number
  readonly action?: Block
  readonly overrideAction?: object
  readonly statement: {
    readonly managedRuleGroupStatement?: { readonly vendorName: string; readonly name: string }
    readonly rateBasedStatement?: {
      readonly limit: number
      readonly aggregateKeyType: string
      readonly evaluationWindowSec: number
      readonly scopeDownStatement: { readonly orStatement: { readonly statements: readonly Path[] } }
    }
  }
  readonly visibilityConfig: { readonly sampledRequestsEnabled: boolean }
}

describe.each([inject("trial"), inject("production")])("the firewall", (graph) => {
  const { name, inputs } = only(graph, "aws:wafv2/webAcl:WebAcl")
  const rules = inputs.rules as readonly Rule[]
  const rates = rules.flatMap(({ statement: { rateBasedStatement: rate }, action }) =>
    rate && action ? [{ ...rate, ...action.block.customResponse }] : [],
  )
  const pathsOf = ({ scopeDownStatement }: (typeof rates)[number]) =>
    scopeDownStatement.orStatement.statements.map(({ byteMatchStatement }) => byteMatchStatement.searchString)

  it("stands in front of CloudFront, and lets through what no rule stops", () => {
    expect(inputs).toMatchObject({ scope: "CLOUDFRONT", region: "us-east-1", defaultAction: { allow: {} } })
    const { webAclId } = only(graph, "aws:cloudfront/distribution:Distribution").inputs
    expect(webAclId).toContain(name)
  })

  it("keeps no request, and so no address", () => {
    const shown = [inputs, ...rules].map(({ visibilityConfig }) => visibilityConfig)
    for (const one of shown) expect(one).toMatchObject({ sampledRequestsEnabled: false })
    expect(graph.resources.filter(({ type }) => /WebAclLogging/.test(type))).toEqual([])
  })

  it("stops known attacks and addresses of bad repute", () => {
    const managed = rules.flatMap(({ statement, overrideAction }) =>
      statement.managedRuleGroupStatement ? [{ ...statement.managedRuleGroupStatement, overrideAction }] : [],
    )
    expect(managed).toEqual([
      { vendorName: "AWS", name: "AWSManagedRulesAmazonIpReputationList", overrideAction: { none: {} } },
      { vendorName: "AWS", name: "AWSManagedRulesKnownBadInputsRuleSet", overrideAction: { none: {} } },
    ])
    expect(new Set(rules.map(({ priority }) => priority)).size).toBe(rules.length)
  })

  it("tells an address that sends too much when to come again, of sign-in, form and API each", () => {
    expect(rates.map(pathsOf)).toEqual([
      ["/admin/sign-in", "/api/auth/"],
      ["/zh/report", "/en/report", "/zh/follow", "/en/follow"],
      ["/api/v1/"],
    ])
    for (const { aggregateKeyType, evaluationWindowSec, responseCode, responseHeaders } of rates) {
      expect([aggregateKeyType, evaluationWindowSec, responseCode]).toEqual(["IP", 300, 429])
      expect(responseHeaders).toEqual([{ name: "retry-after", value: "300" }])
    }
  })

  it("stops nobody whom the portal itself would take, who has the words for it", () => {
    const normal = Number(siteOf(graph).variables.REPORTS_PER_MINUTE_NORMAL)
    const requestsOfForm = 16
    const [, form, api] = rates
    // Not the hour's allowance in five minutes, but each five minutes' share of it, four times over.
    const share = (reports: number) => (reports / 12) * 4
    expect(form?.limit).toBeGreaterThanOrEqual(share(allowanceOf("form", normal).proven) * requestsOfForm)
    expect(api?.limit).toBeGreaterThanOrEqual(share(allowanceOf("api", normal).proven))
  })
})
