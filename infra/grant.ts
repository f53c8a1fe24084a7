/// <reference path="../.sst/platform/config.d.ts" />
// All that the portal's functions may do. SST's `link` would grant every action on what is linked.

import { bucket } from "../lib/store/table-description"
import { contactKey } from "./secret"
import { evidence, limits, table } from "./storage"

// A transaction is allowed by the actions it is made of.
const rows = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"]

const keys = (prefix: string) => $interpolate`${evidence.arn}/${prefix}*`

export const useTable = {
  actions: rows.map((action) => `dynamodb:${action}`),
  resources: [table.arn, $interpolate`${table.arn}/index/*`],
}

/** Of what talks to strangers' servers: no row is taken away by it. */
export const moveRows = {
  actions: ["GetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"].map(
    (action) => `dynamodb:${action}`,
  ),
  resources: [table.arn, $interpolate`${table.arn}/index/*`],
}

/** For the check of all audit trails alone: no visitor's request scans. */
export const checkWholeTable = { actions: ["dynamodb:Scan"], resources: [table.arn] }

/** What the console reads of how far the reactions are behind stands beside the counters. */
export const noteLag = { actions: ["dynamodb:PutItem"], resources: [limits.arn] }

export const countLimits = {
  actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
  resources: [limits.arn],
}

const forParts = ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"]

/** Also what a presigned form or part lets its holder do. */
export const receiveEvidence = {
  actions: ["s3:GetObject", ...forParts],
  resources: [keys(bucket.incoming)],
}

export const readIncoming = { actions: ["s3:GetObject"], resources: [keys(bucket.incoming)] }

export const clearIncoming = {
  actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
  resources: [keys(bucket.incoming)],
}

/** Those of a sender who did not come back. */
export const finishParts = { actions: forParts, resources: [keys(bucket.incoming)] }

/** Which files are coming in parts is asked of the store. */
export const findParts = { actions: ["s3:ListBucketMultipartUploads"], resources: [evidence.arn] }

export const readEvidence = {
  actions: ["s3:GetObject"],
  resources: [keys(bucket.sealed), keys(bucket.preview)],
}

export const sealEvidence = {
  actions: ["s3:PutObject", "s3:PutObjectRetention"],
  resources: [keys(bucket.sealed)],
}

/** Locks originals for as long as their matter asks; declined ones for less than before. It may delete none. */
export const keepEvidence = {
  actions: ["s3:GetObject", "s3:GetObjectRetention", "s3:PutObjectRetention", "s3:BypassGovernanceRetention"],
  resources: [keys(bucket.sealed)],
}

/** Evidence packages are built by the sweeper, and fetched by links that the site signs. */
export const buildPackages = { actions: forParts, resources: [keys(bucket.packages)] }
export const readPackages = { actions: ["s3:GetObject"], resources: [keys(bucket.packages)] }

/** The hashes of each day's reports; nobody may delete them. */
export const closeDayLogs = {
  actions: ["s3:PutObject", "s3:PutObjectRetention"],
  resources: [keys(bucket.dayLogs)],
}
export const readDayLogs = { actions: ["s3:GetObject"], resources: [keys(bucket.dayLogs)] }

/** What a presigned form lets a right holder send. */
export const receiveBatches = { actions: ["s3:PutObject"], resources: [keys(bucket.batches)] }
export const readBatchResults = { actions: ["s3:GetObject"], resources: [keys(bucket.batchResults)] }
export const orderBatches = { actions: ["s3:PutObject"], resources: [keys(bucket.batches)] }
export const runBatches = { actions: ["s3:GetObject", "s3:PutObject"], resources: [keys(bucket.batches)] }
export const writeBatchResults = { actions: ["s3:PutObject"], resources: [keys(bucket.batchResults)] }

export const readSealed = { actions: ["s3:GetObject"], resources: [keys(bucket.sealed)] }

export const writePreview = { actions: ["s3:PutObject"], resources: [keys(bucket.preview)] }

/** The plan of infra/scan.ts does the scanning; this only asks it to look (again). */
export const askForScan = { actions: ["guardduty:SendObjectMalwareScan"], resources: ["*"] }

/** Without it S3 answers "forbidden" where an object is absent. */
export const tellAbsence = { actions: ["s3:ListBucket"], resources: [evidence.arn] }

export const openContacts = { actions: ["kms:Decrypt"], resources: [contactKey.arn] }

export const sealContacts = { actions: ["kms:GenerateDataKey", "kms:Decrypt"], resources: [contactKey.arn] }
