/// <reference path="../.sst/platform/config.d.ts" />
// Reports as a citizen does, and rings when that fails or when nobody has tried.

import { siteUrl } from "./address"
import { topic } from "./alarm-topic"
import { canaryKey } from "./secret"
import "./web"

const canary = new sst.aws.CronV2("Canary", {
  schedule: "rate(5 minutes)",
  function: {
    handler: "lib/pipeline/canary.handler",
    timeout: "1 minute",
    memory: "256 MB",
    // The next one tries again.
    retries: 0,
    environment: { SITE_URL: siteUrl, CANARY_KEY: canaryKey.value },
  },
}).nodes.function

const watch = {
  namespace: "AWS/Lambda",
  dimensions: { FunctionName: canary.name },
  statistic: "Sum",
  alarmActions: [topic.arn],
  okActions: [topic.arn],
}

new aws.cloudwatch.MetricAlarm("CanaryErrors", {
  ...watch,
  alarmDescription: "The portal's own report failed twice in a row: the canary's log names the step.",
  metricName: "Errors",
  period: 300,
  evaluationPeriods: 2,
  comparisonOperator: "GreaterThanThreshold",
  threshold: 0,
  treatMissingData: "notBreaching",
})

new aws.cloudwatch.MetricAlarm("CanarySilent", {
  ...watch,
  alarmDescription: "No report of the portal itself for a quarter of an hour: the schedule does not run.",
  metricName: "Invocations",
  period: 900,
  evaluationPeriods: 1,
  comparisonOperator: "LessThanThreshold",
  threshold: 1,
  treatMissingData: "breaching",
})
