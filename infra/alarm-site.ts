/// <reference path="../.sst/platform/config.d.ts" />
// A site that answers with an error is a function that ends well, so its own errors and throttles say nothing.

import { table as tableShape } from "../lib/store/table-description"
import { distributionId } from "./address"
import { edgeRegion, edgeTopic, topic } from "./alarm-topic"
import { fences } from "./fence"
import { limits, table } from "./storage"
import { siteFunctionName, siteLogGroup } from "./web"

type Watch = Required<Pick<aws.cloudwatch.MetricAlarmArgs, "namespace" | "metricName" | "statistic">> &
  Pick<aws.cloudwatch.MetricAlarmArgs, "dimensions" | "region"> & {
    /** The alarm rings above it, in five minutes. */
    readonly bound: number
    readonly minutes?: number
    readonly says: string
  }

const alarm = (name: string, { bound, says, minutes = 5, ...metric }: Watch) => {
  const { arn } = metric.region ? edgeTopic : topic
  return new aws.cloudwatch.MetricAlarm(name, {
    ...metric,
    alarmDescription: says,
    period: 300,
    evaluationPeriods: minutes / 5,
    comparisonOperator: "GreaterThanThreshold",
    threshold: bound,
    treatMissingData: "notBreaching",
    alarmActions: [arn],
    okActions: [arn],
  })
}

const ofSite = { FunctionName: siteFunctionName }
const perFunction = { namespace: "AWS/Lambda", dimensions: ofSite, statistic: "Sum" } as const

alarm("SiteAnswers5xx", {
  ...perFunction,
  metricName: "Url5xxCount",
  bound: 5,
  says: "The site answered more than five requests with a fault of its own in five minutes.",
})

alarm("SiteFull", {
  ...perFunction,
  metricName: "ConcurrentExecutions",
  statistic: "Maximum",
  bound: Math.floor(fences.site * 0.85),
  says: "Nearly all functions reserved for the site are at work: docs/load.md, quotas.",
})

alarm("EdgeAnswers5xx", {
  region: edgeRegion,
  namespace: "AWS/CloudFront",
  metricName: "5xxErrorRate",
  dimensions: { DistributionId: distributionId, Region: "Global" },
  statistic: "Average",
  bound: 1,
  minutes: 10,
  says: "More than one answer of CloudFront in a hundred is a fault, for ten minutes.",
})

/** Written by whoever fails without saying so in a status: the portal's own lines, and those of Next and OpenNext. */
const faults = new aws.cloudwatch.LogMetricFilter("SiteFaults", {
  logGroupName: siteLogGroup.apply((group) => {
    if (!group) throw new Error("The site keeps a log")
    return group.name
  }),
  pattern: '{ ($.level >= 50) || ($.level = "ERROR") || ($.level = "FATAL") }',
  metricTransformation: {
    namespace: `${$app.name}/${$app.stage}`,
    name: "SiteFaults",
    value: "1",
    defaultValue: "0",
  },
})

alarm("SiteLogsFaults", {
  namespace: faults.metricTransformation.namespace,
  metricName: faults.metricTransformation.name,
  statistic: "Sum",
  bound: 5,
  says: "The site's log has more than five errors in five minutes.",
})

const throttled = {
  namespace: "AWS/DynamoDB",
  metricName: "WriteThrottleEvents",
  statistic: "Sum",
  bound: 10,
  says: "DynamoDB refused writes: a key or an index is too hot. Compare docs/load.md.",
} as const

alarm("TableThrottles", { ...throttled, dimensions: { TableName: table.name } })
alarm("LimitsThrottles", { ...throttled, dimensions: { TableName: limits.name } })
for (const index of Object.keys(tableShape.indexes))
  alarm(`IndexThrottles-${index}`, {
    ...throttled,
    dimensions: { TableName: table.name, GlobalSecondaryIndexName: index },
  })
