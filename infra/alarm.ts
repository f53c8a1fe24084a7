/// <reference path="../.sst/platform/config.d.ts" />
import { topic } from "./alarm-topic"
import { functions } from "./pipeline"
import {
  batchQueue,
  evidenceQueue,
  lostBatches,
  lostEvents,
  lostEvidence,
  lostPreviews,
  lostScans,
  lostSweeps,
} from "./queue"
import { siteFunctionName } from "./web"

type Watch = {
  readonly namespace: "AWS/Lambda" | "AWS/SQS"
  readonly metric: string
  readonly dimensions: Record<string, $util.Input<string>>
  readonly statistic: "Sum" | "Maximum"
  /** The alarm rings above it. */
  readonly bound: number
  readonly says: string
}

const alarm = (name: string, { namespace, metric, dimensions, statistic, bound, says }: Watch) =>
  new aws.cloudwatch.MetricAlarm(name, {
    alarmDescription: says,
    namespace,
    metricName: metric,
    dimensions,
    statistic,
    period: 300,
    evaluationPeriods: 1,
    comparisonOperator: "GreaterThanThreshold",
    threshold: bound,
    treatMissingData: "notBreaching",
    alarmActions: [topic.arn],
    okActions: [topic.arn],
  })

const queues = {
  LostEvents: lostEvents,
  LostEvidence: lostEvidence,
  LostPreviews: lostPreviews,
  LostBatches: lostBatches,
  LostSweeps: lostSweeps,
  LostScans: lostScans,
}

for (const [name, queue] of Object.entries(queues))
  alarm(`${name}NotEmpty`, {
    namespace: "AWS/SQS",
    metric: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: queue.nodes.queue.name },
    statistic: "Maximum",
    bound: 0,
    says: "Work was given up on: look at the messages, mend the cause, redrive (docs/deploy.md).",
  })

alarm("EvidenceWaits", {
  namespace: "AWS/SQS",
  metric: "ApproximateAgeOfOldestMessage",
  dimensions: { QueueName: evidenceQueue.nodes.queue.name },
  statistic: "Maximum",
  bound: 3_600,
  says: "A file has waited an hour to be inspected.",
})

alarm("BatchWaits", {
  namespace: "AWS/SQS",
  metric: "ApproximateAgeOfOldestMessage",
  dimensions: { QueueName: batchQueue.nodes.queue.name },
  statistic: "Maximum",
  bound: 3_600,
  says: "A right holder's table has waited an hour to be gone through.",
})

type Line = {
  /** Whose log it is. */
  readonly log: typeof functions.react.nodes.logGroup
  /** Names the filter; the alarm has the name before. */
  readonly filter: string
  /** The message of the line, as the program writes it. */
  readonly line: string
  readonly says: string
}

/** An alarm that rings with every line of a function's log that says so. */
const alarmOfLine = (name: string, { log, filter, line, says }: Line) => {
  const found = new aws.cloudwatch.LogMetricFilter(filter, {
    logGroupName: log.apply((group) => {
      if (!group) throw new Error("The function keeps a log")
      return group.name
    }),
    pattern: `{ $.msg = "${line}" }`,
    metricTransformation: {
      namespace: `${$app.name}/${$app.stage}`,
      name: filter,
      value: "1",
      defaultValue: "0",
    },
  })
  return new aws.cloudwatch.MetricAlarm(name, {
    alarmDescription: says,
    namespace: found.metricTransformation.namespace,
    metricName: found.metricTransformation.name,
    statistic: "Sum",
    period: 300,
    evaluationPeriods: 1,
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    treatMissingData: "notBreaching",
    alarmActions: [topic.arn],
    okActions: [topic.arn],
  })
}

// `countBytes` in lib/limits writes this line with every file that comes above four fifths of the day's amount.
alarmOfLine("EvidenceBytes", {
  log: functions.inspect.nodes.logGroup,
  filter: "EvidenceBytesNear",
  line: "evidence bytes near the limit of the day",
  says: "Files are near the amount that the portal takes in a day (lib/limits): see the console's health.",
})

alarmOfLine("EventGivenUp", {
  log: functions.react.nodes.logGroup,
  filter: "EventsGivenUp",
  line: "gave up on an event",
  says: "A reaction kept failing at an event: see the console's health, mend the cause, have it tried again.",
})

const watched = {
  Site: siteFunctionName,
  React: functions.react.name,
  Inspect: functions.inspect.name,
  Preview: functions.preview.name,
  RunBatch: functions.runBatch.name,
  Scanned: functions.scanned.name,
  Sweep: functions.sweep.name,
  Deliver: functions.deliver.name,
  ...(functions.news ? { News: functions.news.name } : {}),
}

for (const [name, functionName] of Object.entries(watched)) {
  for (const metric of ["Errors", "Throttles"])
    alarm(`${name}${metric}`, {
      namespace: "AWS/Lambda",
      metric,
      dimensions: { FunctionName: functionName },
      statistic: "Sum",
      bound: 0,
      says: `${name}: ${metric.toLowerCase()} in the last five minutes.`,
    })
}

alarm("ReactLate", {
  namespace: "AWS/Lambda",
  metric: "IteratorAge",
  dimensions: { FunctionName: watched.React },
  statistic: "Maximum",
  bound: 15 * 60_000,
  says: "React is a quarter of an hour behind the events.",
})
