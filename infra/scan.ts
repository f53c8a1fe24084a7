/// <reference path="../.sst/platform/config.d.ts" />
// GuardDuty Malware Protection for S3: looks at every sealed original, and tells the portal by an event.

import { bucket } from "../lib/store/table-description"
import { scanQueue } from "./queue"
import { evidence } from "./storage"

const accountId = aws.getCallerIdentityOutput().accountId
const scannerService = "malware-protection-plan.guardduty.amazonaws.com"
const ownRules = $interpolate`arn:aws:events:*:${accountId}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`

const role = new aws.iam.Role("EvidenceScan", {
  assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ["sts:AssumeRole"],
        principals: [{ type: "Service", identifiers: [scannerService] }],
        conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
      },
    ],
  }).json,
  // What AWS asks of this role, without tagging, which the portal does not use.
  inlinePolicies: [
    {
      name: "scan",
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [
          {
            actions: ["events:PutRule", "events:DeleteRule", "events:PutTargets", "events:RemoveTargets"],
            resources: [ownRules],
            conditions: [{ test: "StringLike", variable: "events:ManagedBy", values: [scannerService] }],
          },
          { actions: ["events:DescribeRule", "events:ListTargetsByRule"], resources: [ownRules] },
          {
            actions: ["s3:PutBucketNotification", "s3:GetBucketNotification", "s3:ListBucket"],
            resources: [evidence.arn],
          },
          {
            actions: ["s3:GetObject", "s3:GetObjectVersion"],
            resources: [$interpolate`${evidence.arn}/${bucket.sealed}*`],
          },
          {
            actions: ["s3:PutObject"],
            resources: [$interpolate`${evidence.arn}/malware-protection-resource-validation-object`],
          },
        ],
      }).json,
    },
  ],
})

new aws.guardduty.MalwareProtectionPlan("EvidenceScanPlan", {
  role: role.arn,
  protectedResource: { s3Bucket: { bucketName: evidence.name, objectPrefixes: [bucket.sealed] } },
  actions: [{ taggings: [{ status: "DISABLED" }] }],
})

const scanResults = new aws.cloudwatch.EventRule("EvidenceScanned", {
  eventPattern: $jsonStringify({
    source: ["aws.guardduty"],
    "detail-type": ["GuardDuty Malware Protection Object Scan Result"],
    detail: { s3ObjectDetails: { bucketName: [evidence.name] } },
  }),
})

const fromRuleOnly = new aws.sqs.QueuePolicy("ScanResultsPolicy", {
  queueUrl: scanQueue.url,
  policy: aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ["sqs:SendMessage"],
        resources: [scanQueue.arn],
        principals: [{ type: "Service", identifiers: ["events.amazonaws.com"] }],
        conditions: [{ test: "ArnEquals", variable: "aws:SourceArn", values: [scanResults.arn] }],
      },
    ],
  }).json,
})

new aws.cloudwatch.EventTarget(
  "EvidenceScannedTarget",
  { rule: scanResults.name, arn: scanQueue.arn },
  { dependsOn: fromRuleOnly },
)
