/// <reference path="../.sst/platform/config.d.ts" />

import * as shape from "../lib/store/table-description"
import { siteUrl } from "./address"
import { production } from "./defaults"
import { fences } from "./fence"

const indexes = Object.entries(shape.table.indexes)
const keys = [shape.table.key, ...Object.values(shape.table.indexes)].flatMap(({ hash, range }) => [
  hash,
  range,
])

const encryption = { serverSideEncryption: { enabled: true } }

/** A trial is not made ready for a rush: warm throughput is paid for once, and never goes down again. */
const warm = (of: keyof typeof fences.warm) => (production ? { warmThroughput: fences.warm[of] } : {})

export const table = new sst.aws.Dynamo("Table", {
  fields: Object.fromEntries(keys.map((key) => [key, "string" as const])),
  primaryIndex: { hashKey: shape.table.key.hash, rangeKey: shape.table.key.range },
  globalIndexes: Object.fromEntries(
    indexes.map(([name, { hash, range, carries }]) => [
      name,
      { hashKey: hash, rangeKey: range, projection: carries === "all" ? ("all" as const) : [...carries] },
    ]),
  ),
  ttl: shape.table.ttl,
  stream: shape.table.stream,
  deletionProtection: production,
  transform: {
    table: (made) => {
      Object.assign(made, encryption, warm("table"))
      made.globalSecondaryIndexes = $output(made.globalSecondaryIndexes ?? []).apply((all) =>
        all.map((index) => ({ ...index, ...warm("index") })),
      )
    },
  },
})

export const limits = new sst.aws.Dynamo("Limits", {
  fields: { [shape.limits.key.hash]: "string" },
  primaryIndex: { hashKey: shape.limits.key.hash },
  ttl: shape.limits.ttl,
  transform: { table: { ...encryption, ...warm("limits") } },
})

/** By name, since the role itself needs to know the bucket. */
export const decisionRoleName = `${$app.name}-${$app.stage}-decisions`
const { accountId } = aws.getCallerIdentityOutput()
/** Of the function that follows moderators' decisions: a declined tip's originals are locked for less. */
const decisionRoleArn = $interpolate`arn:aws:iam::${accountId}:role/${decisionRoleName}`

export const evidence = new sst.aws.Bucket("Evidence", {
  versioning: true,
  cors: {
    allowOrigins: [siteUrl],
    allowMethods: ["POST", "PUT"],
    exposeHeaders: ["ETag"],
    maxAge: "1 hour",
  },
  // Whoever may do everything else may not end a lock or the bucket either, without changing this first.
  ...(production
    ? {
        policy: [
          { effect: "deny", actions: ["s3:DeleteBucket"], principals: "*" },
          {
            effect: "deny",
            actions: ["s3:BypassGovernanceRetention"],
            principals: "*",
            conditions: [{ test: "ArnNotEquals", variable: "aws:PrincipalArn", values: [decisionRoleArn] }],
          },
        ],
      }
    : {}),
  transform: {
    // Retention is set on each sealed original; a default for the bucket would also keep what must expire. What is
    // locked in a trial goes with it.
    bucket: { objectLockEnabled: true, forceDestroy: !production },
  },
})

new aws.s3.BucketServerSideEncryptionConfiguration("EvidenceEncryption", {
  bucket: evidence.name,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
})

new aws.s3.BucketOwnershipControls("EvidenceOwnership", {
  bucket: evidence.name,
  rule: { objectOwnership: "BucketOwnerEnforced" },
})

new aws.s3.BucketLifecycleConfiguration("EvidenceLifecycle", {
  bucket: evidence.name,
  rules: [
    {
      id: "incoming",
      status: "Enabled",
      filter: { prefix: shape.bucket.incoming },
      expiration: { days: shape.bucket.incomingDaysKept },
      noncurrentVersionExpiration: { noncurrentDays: 1 },
    },
    ...[shape.bucket.batches, shape.bucket.batchResults].map((prefix) => ({
      id: prefix.slice(0, -1),
      status: "Enabled",
      filter: { prefix },
      expiration: { days: shape.bucket.batchDaysKept },
      noncurrentVersionExpiration: { noncurrentDays: 1 },
    })),
    {
      id: "unfinished",
      status: "Enabled",
      filter: { prefix: "" },
      abortIncompleteMultipartUpload: { daysAfterInitiation: shape.bucket.incomingDaysMax },
    },
    {
      id: "markers",
      status: "Enabled",
      filter: { prefix: shape.bucket.incoming },
      expiration: { expiredObjectDeleteMarker: true },
    },
  ],
})
