/// <reference path="../.sst/platform/config.d.ts" />
// What is refused before it costs anything. It counts by address in AWS's memory, and keeps no request: no samples, no log.

type Rule = $util.Unwrap<NonNullable<aws.wafv2.WebAclArgs["rules"]>>[number]

const metricsOnly = (metricName: string) => ({
  metricName,
  cloudwatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
})

/** How many requests of one address in five minutes. Thousands of people may share one, so these stop programs only. */
const rates = [
  { name: "SignIn", most: 300, paths: ["/admin/sign-in", "/api/auth/"] },
  { name: "Form", most: 4_000, paths: ["/zh/report", "/en/report", "/zh/follow", "/en/follow"] },
  { name: "Api", most: 6_000, paths: ["/api/v1/"] },
] as const

const seconds = 300

const managed = ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet"]

const begins = (path: string) => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "STARTS_WITH",
    searchString: path,
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
})

const managedRule = (name: string, priority: number): Rule => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
  visibilityConfig: metricsOnly(name),
})

const rateRule = ({ name, most, paths }: (typeof rates)[number], priority: number): Rule => ({
  name,
  priority,
  action: {
    block: {
      customResponse: {
        responseCode: 429,
        customResponseBodyKey: "wait",
        responseHeaders: [{ name: "retry-after", value: String(seconds) }],
      },
    },
  },
  statement: {
    rateBasedStatement: {
      limit: most,
      aggregateKeyType: "IP",
      evaluationWindowSec: seconds,
      scopeDownStatement: { orStatement: { statements: paths.map(begins) } },
    },
  },
  visibilityConfig: metricsOnly(name),
})

const wait = [
  "您所在网络的请求过多。请在五分钟后再试；已填写的内容没有丢失。",
  "Too many requests came from your network. Try again in five minutes; what you filled in is not lost.",
].join("\n")

export const firewall = new aws.wafv2.WebAcl("Firewall", {
  // CloudFront takes one from there alone.
  region: "us-east-1",
  scope: "CLOUDFRONT",
  defaultAction: { allow: {} },
  customResponseBodies: [{ key: "wait", contentType: "TEXT_PLAIN", content: wait }],
  rules: [...managed.map(managedRule), ...rates.map((rate, at) => rateRule(rate, managed.length + at))],
  visibilityConfig: metricsOnly("Firewall"),
})
