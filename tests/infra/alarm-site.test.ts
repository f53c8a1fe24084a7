import { describe, expect, inject, it } from "vitest"
import { table } from "@/lib/store/table-description"
import { functionOf, ofType, only, siteOf, type Values } from "@/tests/support/infra/checks/find"

describe.each([inject("trial"), inject("production")])("a broken site", (graph) => {
  const alarm = (name: string): Values => only(graph, "aws:cloudwatch/metricAlarm:MetricAlarm", name).inputs
  const ofSite = { FunctionName: siteOf(graph).inputs.name }

  it("rings when it answers with faults, which are no errors of its function", () => {
    expect(alarm("SiteAnswers5xx")).toMatchObject({
      namespace: "AWS/Lambda",
      metricName: "Url5xxCount",
      dimensions: ofSite,
      comparisonOperator: "GreaterThanThreshold",
    })
  })

  it("rings where CloudFront answers with faults, from the one region that measures it", () => {
    const topic = only(graph, "aws:sns/topic:Topic", "AlarmsOfEdge")
    expect(topic.inputs.region).toBe("us-east-1")
    expect(alarm("EdgeAnswers5xx")).toMatchObject({
      region: "us-east-1",
      namespace: "AWS/CloudFront",
      metricName: "5xxErrorRate",
      dimensions: { Region: "Global", DistributionId: expect.stringContaining("AddressCdnDistribution") },
      alarmActions: [expect.stringContaining("AlarmsOfEdge")],
    })
  })

  it("rings when its log has errors, whether the portal, Next or OpenNext wrote them", () => {
    const filter = only(graph, "aws:cloudwatch/logMetricFilter:LogMetricFilter", "SiteFaults").inputs
    expect(filter.logGroupName).toMatch(/Site/)
    expect(filter.pattern).toBe('{ ($.level >= 50) || ($.level = "ERROR") || ($.level = "FATAL") }')
    const { namespace, name } = filter.metricTransformation as { namespace: string; name: string }
    expect(alarm("SiteLogsFaults")).toMatchObject({ namespace, metricName: name })
  })

  it("rings when the portal's own report fails twice, and when none is sent", () => {
    expect(only(graph, "aws:scheduler/schedule:Schedule", "CanarySchedule").inputs.scheduleExpression).toBe(
      "rate(5 minutes)",
    )
    const canary = functionOf(graph, "lib/pipeline/canary.handler")
    const dimensions = { FunctionName: canary.inputs.name }
    expect(canary.variables).toMatchObject({
      SITE_URL: graph.outputs.siteUrl,
      CANARY_KEY: siteOf(graph).variables.CANARY_KEY,
    })
    expect(alarm("CanaryErrors")).toMatchObject({ metricName: "Errors", dimensions, evaluationPeriods: 2 })
    expect(alarm("CanarySilent")).toMatchObject({
      metricName: "Invocations",
      dimensions,
      comparisonOperator: "LessThanThreshold",
      treatMissingData: "breaching",
    })
  })

  it("rings before all of its functions are at work", () => {
    const { reservedConcurrentExecutions } = siteOf(inject("production")).inputs
    expect(Number(alarm("SiteFull").threshold)).toBeLessThan(Number(reservedConcurrentExecutions))
  })

  it("rings when a table or an index refuses writes", () => {
    const throttles = ofType(graph, "aws:cloudwatch/metricAlarm:MetricAlarm").filter(
      ({ inputs }) => inputs.metricName === "WriteThrottleEvents",
    )
    const indexes = throttles.flatMap(({ inputs }) => {
      const { GlobalSecondaryIndexName: index } = inputs.dimensions as Record<string, string>
      return index ?? []
    })
    expect(indexes.toSorted()).toEqual(Object.keys(table.indexes).toSorted())
    expect(throttles).toHaveLength(indexes.length + 2)
  })

  it("tells somebody each time", () => {
    const topics = ofType(graph, "aws:sns/topic:Topic").map(({ name }) => name)
    for (const { inputs } of ofType(graph, "aws:cloudwatch/metricAlarm:MetricAlarm"))
      expect(topics.some((name) => String(inputs.alarmActions).includes(name))).toBe(true)
  })
})
