/// <reference path="../.sst/platform/config.d.ts" />
import { siteUrl } from "./address"
import { fences } from "./fence"
import * as grant from "./grant"
import { mailSettings, sendMail } from "./mail"
import { ownerSettings } from "./owner"
import { batchQueue, evidenceQueue, lostEvents, lostSweeps, scanQueue, sealedQueue } from "./queue"
import "./scan"
import { auditKey, contactKey, receiptKey, statementKey, webhookKey } from "./secret"
import { decisionRoleName, evidence, limits, table } from "./storage"
import { reacted } from "./stream-filter"

const mayGiveUpTo = (queue: sst.aws.Queue) => ({ actions: ["sqs:SendMessage"], resources: [queue.arn] })

/** What it takes to write a record with its event. */
const recording = { TABLE_NAME: table.name, AUDIT_KEY: auditKey.value }

type Reaction = Required<Pick<sst.aws.FunctionArgs, "handler" | "environment">> & {
  readonly permissions: sst.aws.FunctionPermissionArgs[]
  readonly roleName: string
}

const reaction = (name: string, { handler, environment, permissions, roleName }: Reaction) =>
  table.subscribe(
    name,
    {
      handler,
      environment,
      permissions: [...permissions, mayGiveUpTo(lostEvents)],
      timeout: "1 minute",
      memory: "512 MB",
      transform: { role: { name: roleName } },
    },
    {
      filters: [...reacted],
      transform: {
        eventSourceMapping: {
          startingPosition: "TRIM_HORIZON",
          batchSize: 25,
          parallelizationFactor: fences.reactionsOfShard,
          functionResponseTypes: ["ReportBatchItemFailures"],
          bisectBatchOnFunctionError: true,
          // The consumer itself puts aside what keeps failing, after a minute; this is for when it cannot.
          maximumRetryAttempts: 100,
          maximumRecordAgeInSeconds: 12 * 3600,
          destinationConfig: { onFailure: { destinationArn: lostEvents.arn } },
        },
      },
    },
  )

const reactions = reaction("React", {
  handler: "lib/pipeline/react.handler",
  environment: {
    ...recording,
    LIMITS_TABLE_NAME: limits.name,
    // Whom a host answers to a report.
    CONTACT_EMAIL: ownerSettings.CONTACT_EMAIL,
    CONTACT_PHONE: ownerSettings.CONTACT_PHONE,
    SITE_URL: siteUrl,
    EVIDENCE_BUCKET: evidence.name,
  },
  permissions: [grant.useTable, grant.noteLag, grant.keepEvidence, grant.orderBatches, grant.tellAbsence],
  roleName: decisionRoleName,
})

// What it takes to inspect a file: of an arrival by the queue's reader, of one whose arrival got lost by the sweeper.
const inspection = {
  timeout: "15 minutes",
  memory: "1024 MB",
  environment: {
    ...recording,
    LIMITS_TABLE_NAME: limits.name,
    EVIDENCE_BUCKET: evidence.name,
    SCANNER: "guardduty",
  },
} satisfies Partial<sst.aws.FunctionArgs>

const mayInspect = [
  grant.useTable,
  grant.countLimits,
  grant.readIncoming,
  grant.clearIncoming,
  grant.sealEvidence,
  grant.tellAbsence,
]

/** Who stamps evidence packages; nobody, where they are empty. */
const { TIMESTAMP_AUTHORITY = "", TIMESTAMP_ROOTS = "" } = process.env

/** How many of a queue's messages are worked on at once. */
const atMost = (maximumConcurrency: number) => ({
  transform: { eventSourceMapping: { scalingConfig: { maximumConcurrency } } },
})

const inspect = evidenceQueue.subscribe(
  { ...inspection, handler: "lib/pipeline/inspect-evidence.handler", permissions: mayInspect },
  // One file at a time: a large one that runs out of time must not take others along.
  { batch: { size: 1, partialResponses: true }, ...atMost(fences.inspections) },
).nodes.function

const preview = sealedQueue.subscribe(
  {
    handler: "lib/pipeline/preview-evidence.handler",
    timeout: "1 minute",
    // Memory buys the processor with it; a drawing itself may have a quarter of a gigabyte (lib/evidence/preview).
    memory: "1792 MB",
    environment: { ...recording, EVIDENCE_BUCKET: evidence.name },
    // Native code or WebAssembly, so installed beside the bundle for the function's processor, in package.json's version.
    nodejs: {
      install: [
        "sharp",
        "sharp-phash",
        "pdfjs-dist",
        "@napi-rs/canvas",
        "@ffmpeg/core",
        "libheif-js",
        "postal-mime",
      ],
    },
    copyFiles: [{ from: "lib/evidence/preview/drawing" }],
    permissions: [grant.useTable, grant.readSealed, grant.writePreview, grant.tellAbsence],
  },
  { batch: { size: 1, partialResponses: true }, ...atMost(fences.previews) },
).nodes.function

const runBatch = batchQueue.subscribe(
  {
    handler: "lib/pipeline/run-batch.handler",
    timeout: "15 minutes",
    memory: "1024 MB",
    environment: {
      ...recording,
      EVIDENCE_BUCKET: evidence.name,
      SITE_URL: siteUrl,
      RECEIPT_KEY: receiptKey.value,
      STATEMENT_KEY: statementKey.value,
    },
    permissions: [grant.useTable, grant.runBatches, grant.writeBatchResults, grant.tellAbsence],
  },
  { batch: { size: 1, partialResponses: true }, ...atMost(fences.batches) },
).nodes.function

const scanned = scanQueue.subscribe(
  {
    handler: "lib/pipeline/scanned.handler",
    timeout: "1 minute",
    memory: "512 MB",
    environment: recording,
    permissions: [grant.useTable],
  },
  { batch: { size: 10, partialResponses: true }, ...atMost(fences.scanResults) },
).nodes.function

const sweep = new sst.aws.CronV2("Sweep", {
  schedule: "rate(15 minutes)",
  dlq: lostSweeps.arn,
  function: {
    ...inspection,
    // Of packages: it signs what is in each, and has it stamped where an authority is set.
    environment: {
      ...inspection.environment,
      SITE_URL: siteUrl,
      STATEMENT_KEY: statementKey.value,
      TIMESTAMP_AUTHORITY,
      TIMESTAMP_ROOTS,
    },
    handler: "lib/pipeline/sweep.handler",
    // What sets briefs is native code, run by a process of its own; of the fonts it has the one weight that is used.
    nodejs: { install: ["@myriaddreamin/typst-ts-node-compiler"] },
    copyFiles: [
      { from: "lib/package/brief/main.mjs" },
      { from: "lib/package/brief/brief.typ" },
      {
        from: "node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
        to: "lib/package/brief/NotoSansSC_400Regular.ttf",
      },
    ],
    permissions: [
      ...mayInspect,
      grant.finishParts,
      grant.findParts,
      grant.readEvidence,
      grant.buildPackages,
      grant.readPackages,
      grant.closeDayLogs,
      grant.readDayLogs,
      grant.askForScan,
      mayGiveUpTo(lostSweeps),
    ],
    // The schedule only hands over: a sweep that fails is the function's to report, not the schedule's.
    retries: 1,
    transform: { eventInvokeConfig: { destinationConfig: { onFailure: { destination: lostSweeps.arn } } } },
  },
}).nodes.function

const news =
  sendMail &&
  new sst.aws.CronV2("News", {
    schedule: "rate(1 minute)",
    dlq: lostSweeps.arn,
    function: {
      handler: "lib/pipeline/news.handler",
      // Over before the next begins. What is due stays due, so a run that fails is not done again.
      timeout: "50 seconds",
      retries: 0,
      memory: "512 MB",
      environment: {
        ...recording,
        SITE_URL: siteUrl,
        CONTACT_KEYRING: $interpolate`kms:${contactKey.arn}`,
        ...mailSettings,
      },
      permissions: [grant.useTable, grant.openContacts, sendMail, mayGiveUpTo(lostSweeps)],
      transform: { eventInvokeConfig: { destinationConfig: { onFailure: { destination: lostSweeps.arn } } } },
    },
  }).nodes.function

const deliver = new sst.aws.CronV2("Deliver", {
  schedule: "rate(1 minute)",
  dlq: lostSweeps.arn,
  function: {
    handler: "lib/pipeline/deliver.handler",
    // It begins no try after 35 seconds. What is due stays due, so a run that fails is not done again.
    timeout: "50 seconds",
    retries: 0,
    memory: "512 MB",
    environment: { ...recording, WEBHOOK_KEY: webhookKey.value, WEBHOOK_LOOPBACK: "refuse" },
    permissions: [grant.moveRows, mayGiveUpTo(lostSweeps)],
    transform: { eventInvokeConfig: { destinationConfig: { onFailure: { destination: lostSweeps.arn } } } },
  },
}).nodes.function

/**
 * Known once what reads the site's writes is deployed, with its filters: the site waits for it, so that none of its versions
 * writes what an older version of these would pass over.
 */
export const readersDeployed = $resolve([
  reactions.nodes.eventSourceMapping.arn,
  ...[inspect, preview, runBatch, scanned].map(({ arn }) => arn),
])

const react = reactions.nodes.function
export const functions = { react, inspect, preview, runBatch, scanned, sweep, news, deliver }
