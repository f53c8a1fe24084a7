/// <reference path="../.sst/platform/config.d.ts" />
import { bucket } from "../lib/store/table-description"
import { evidence } from "./storage"

const kept = { sqsManagedSseEnabled: true, messageRetentionSeconds: 14 * 86_400 }

const deadLetters = (name: string) => new sst.aws.Queue(name, { transform: { queue: kept } })

/** Stream positions whose events a reaction gave up on. */
export const lostEvents = deadLetters("LostEvents")
/** Arrivals of files that could not be inspected. */
export const lostEvidence = deadLetters("LostEvidence")
/** Sealed files of which no copy could even be tried. */
export const lostPreviews = deadLetters("LostPreviews")
export const lostSweeps = deadLetters("LostSweeps")
/** Tables of right holders that could not be gone through. */
export const lostBatches = deadLetters("LostBatches")
/** A scanner's answers that could not be recorded. */
export const lostScans = deadLetters("LostScans")

/** An answer may overtake its file's seal; it comes again until that is recorded. */
export const scanQueue = new sst.aws.Queue("ScanResults", {
  visibilityTimeout: "6 minutes",
  dlq: { queue: lostScans.arn, retry: 10 },
  transform: { queue: kept },
})

export const evidenceQueue = new sst.aws.Queue("IncomingEvidence", {
  visibilityTimeout: "30 minutes",
  dlq: { queue: lostEvidence.arn, retry: 5 },
  transform: { queue: kept },
})

/** Apart from the arrivals: what is drawn never keeps a file from being sealed. */
export const sealedQueue = new sst.aws.Queue("SealedEvidence", {
  visibilityTimeout: "6 minutes",
  dlq: { queue: lostPreviews.arn, retry: 5 },
  transform: { queue: kept },
})

/** Apart from evidence: a table of ten thousand rows keeps no file waiting. */
export const batchQueue = new sst.aws.Queue("Batches", {
  visibilityTimeout: "30 minutes",
  dlq: { queue: lostBatches.arn, retry: 5 },
  transform: { queue: kept },
})

// SST's own policy for a queue behind a bucket would take messages from any bucket of any account.
const fromEvidenceOnly = (name: string, queue: sst.aws.Queue) =>
  new aws.sqs.QueuePolicy(name, {
    queueUrl: queue.url,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          actions: ["sqs:SendMessage"],
          resources: [queue.arn],
          principals: [{ type: "Service", identifiers: ["s3.amazonaws.com"] }],
          conditions: [
            { test: "ArnEquals", variable: "aws:SourceArn", values: [evidence.arn] },
            {
              test: "StringEquals",
              variable: "aws:SourceAccount",
              values: [aws.getCallerIdentityOutput().accountId],
            },
          ],
        },
      ],
    }).json,
  })

new aws.s3.BucketNotification(
  "EvidenceArrived",
  {
    bucket: evidence.name,
    // GuardDuty learns of new objects this way. It would switch it on by itself, and the next deploy off again.
    eventbridge: true,
    queues: [
      {
        queueArn: evidenceQueue.arn,
        events: ["s3:ObjectCreated:*"],
        filterPrefix: bucket.incoming,
      },
      {
        queueArn: sealedQueue.arn,
        events: ["s3:ObjectCreated:*"],
        filterPrefix: bucket.sealed,
      },
      {
        queueArn: batchQueue.arn,
        events: ["s3:ObjectCreated:*"],
        filterPrefix: bucket.batches,
      },
    ],
  },
  {
    dependsOn: [
      fromEvidenceOnly("IncomingEvidencePolicy", evidenceQueue),
      fromEvidenceOnly("SealedEvidencePolicy", sealedQueue),
      fromEvidenceOnly("BatchesPolicy", batchQueue),
    ],
  },
)
