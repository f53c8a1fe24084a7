import { describe, expect, inject, it } from "vitest"
import { functionOf, siteOf } from "@/tests/support/infra/checks/find"
import {
  grantsOf,
  managedBeyondLogs,
  strangersTrusted,
  wildcardGrants,
} from "@/tests/support/infra/checks/policy"
import type { Graph } from "@/tests/support/infra/evaluate/graph"

const graph = inject("trial")

const badRole = (inputs: object): Graph => ({
  ...graph,
  resources: [{ type: "aws:iam/role:Role", name: "BadRole", inputs: { ...inputs } }],
})
const allowing = (Action: string, Resource: string) => ({
  inlinePolicies: [{ policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action, Resource }] }) }],
})
const trusting = (Principal: object) => ({
  assumeRolePolicy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal }] }),
})

/** Actions by the kind and last part of the resource: `evidence/*` of whatever bucket, the table of whatever name. */
const allowed = (roleName: string, of = graph) => {
  const table: Record<string, string[]> = {}
  for (const { effect, actions, resources } of grantsOf(of, roleName)) {
    if (effect !== "Allow") throw new Error(`${roleName} has a statement that is no grant`)
    for (const resource of resources) {
      const resourceName = resource
        .replace(/^arn:aws:(\w+):[^:]*:[^:]*:/, "$1:")
        .replace(/sword-net-(?:trial|production)-|-[a-z]{8}\b/g, "")
      table[resourceName] = [
        ...(table[resourceName] ?? []),
        ...actions.map((action) => action.split(":").at(-1) ?? action),
      ].toSorted()
    }
  }
  return table
}

const rows = ["BatchGetItem", "ConditionCheckItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"]
const useTable = { "dynamodb:table/TableTable": rows, "dynamodb:table/TableTable/index/*": rows }
const readStream = {
  "dynamodb:table/TableTable/stream/now": ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"],
}
const readQueue = [
  "ChangeMessageVisibility",
  "DeleteMessage",
  "GetQueueAttributes",
  "GetQueueUrl",
  "ReceiveMessage",
]
const roleOf = (name: string) => functionOf(graph, `lib/pipeline/${name}.handler`).roleName

describe("every role", () => {
  it("names each action, and never every resource", () => {
    expect(wildcardGrants(graph)).toEqual([])
    expect(wildcardGrants(badRole(allowing("dynamodb:*", "arn:aws:dynamodb:::table")))).toEqual([
      "BadRole: dynamodb:*",
    ])
    expect(wildcardGrants(badRole(allowing("s3:GetObject", "*")))).toEqual(["BadRole: *"])
  })

  it("can be taken by the one service that it is for", () => {
    expect(strangersTrusted(graph)).toEqual([])
    expect(strangersTrusted(badRole(trusting({ AWS: "arn:aws:iam::123456789012:root" })))).toEqual([
      "BadRole: AWS:arn:aws:iam::123456789012:root",
    ])
    expect(strangersTrusted(badRole(trusting({ Service: ["lambda.amazonaws.com"] })))).toEqual([])
  })

  it("has no managed policy but the one for writing logs", () => {
    expect(managedBeyondLogs(graph)).toEqual([])
    const administrator = { managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] }
    expect(managedBeyondLogs(badRole(administrator))).toHaveLength(1)
  })
})

describe("each function may do exactly what it does", () => {
  it("react: change rows, note how far it is behind, lock originals, order tables to be sent, and give up", () => {
    expect(allowed(roleOf("react"))).toEqual({
      ...useTable,
      ...readStream,
      "dynamodb:table/LimitsTable": ["PutItem"],
      "s3:evidencebucket": ["ListBucket"],
      "s3:evidencebucket/batches/*": ["PutObject"],
      "s3:evidencebucket/evidence/*": [
        "BypassGovernanceRetention",
        "GetObject",
        "GetObjectRetention",
        "PutObjectRetention",
      ],
      "sqs:LostEventsQueue": ["SendMessage"],
    })
  })

  const inspectEvidence = {
    ...useTable,
    "s3:evidencebucket": ["ListBucket"],
    "dynamodb:table/LimitsTable": ["DeleteItem", "GetItem", "PutItem", "UpdateItem"],
    "s3:evidencebucket/incoming/*": ["DeleteObject", "DeleteObjectVersion", "GetObject"],
    "s3:evidencebucket/evidence/*": ["PutObject", "PutObjectRetention"],
  }

  it("preview: read what is sealed, write its copy; it cannot read what arrived", () => {
    expect(allowed(roleOf("preview-evidence"))).toEqual({
      ...useTable,
      "s3:evidencebucket": ["ListBucket"],
      "s3:evidencebucket/evidence/*": ["GetObject"],
      "s3:evidencebucket/preview/*": ["PutObject"],
      "sqs:SealedEvidenceQueue": readQueue,
    })
  })

  it("run-batch: read tables, order that one goes on, and write results; it cannot read evidence", () => {
    expect(allowed(roleOf("run-batch"))).toEqual({
      ...useTable,
      "s3:evidencebucket": ["ListBucket"],
      "s3:evidencebucket/batch-results/*": ["PutObject"],
      "s3:evidencebucket/batches/*": ["GetObject", "PutObject"],
      "sqs:BatchesQueue": readQueue,
    })
  })

  it("inspect: read what arrived, seal it with its retention", () => {
    expect(allowed(roleOf("inspect-evidence"))).toEqual({
      ...inspectEvidence,
      "sqs:IncomingEvidenceQueue": readQueue,
    })
  })

  it("scanned: change rows; it cannot read a file", () => {
    expect(allowed(roleOf("scanned"))).toEqual({
      ...useTable,
      "sqs:ScanResultsQueue": readQueue,
    })
  })

  it("GuardDuty: read what is sealed, and hear of it", () => {
    // `-resource` looks like what Pulumi appends to a name, which is left out here.
    const rule = "events:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*"
    expect(allowed("EvidenceScan")).toEqual({
      [rule]: ["DeleteRule", "DescribeRule", "ListTargetsByRule", "PutRule", "PutTargets", "RemoveTargets"],
      "s3:evidencebucket": ["GetBucketNotification", "ListBucket", "PutBucketNotification"],
      "s3:evidencebucket/evidence/*": ["GetObject", "GetObjectVersion"],
      "s3:evidencebucket/malware-protection-validation-object": ["PutObject"],
    })
  })

  it("sweep: inspect as well, join or drop parts, ask for scans, clear what is settled away, build packages, and give up", () => {
    expect(allowed(roleOf("sweep"))).toEqual({
      ...inspectEvidence,
      "*": ["SendObjectMalwareScan"],
      "s3:evidencebucket": ["ListBucket", "ListBucketMultipartUploads"],
      "s3:evidencebucket/incoming/*": [
        "AbortMultipartUpload",
        "DeleteObject",
        "DeleteObjectVersion",
        "GetObject",
        "ListMultipartUploadParts",
        "PutObject",
      ],
      "s3:evidencebucket/evidence/*": ["GetObject", "PutObject", "PutObjectRetention"],
      "s3:evidencebucket/day-logs/*": ["GetObject", "PutObject", "PutObjectRetention"],
      "s3:evidencebucket/packages/*": [
        "AbortMultipartUpload",
        "GetObject",
        "ListMultipartUploadParts",
        "PutObject",
      ],
      "s3:evidencebucket/preview/*": ["GetObject"],
      "sqs:LostSweepsQueue": ["SendMessage"],
    })
  })

  it("deliver: move rows and give up; it takes none away, and reads no file, contact or counter", () => {
    const moves = ["ConditionCheckItem", "GetItem", "PutItem", "Query", "UpdateItem"]
    expect(allowed(roleOf("deliver"))).toEqual({
      "dynamodb:table/TableTable": moves,
      "dynamodb:table/TableTable/index/*": moves,
      "sqs:LostSweepsQueue": ["SendMessage"],
    })
  })

  it("canary: nothing at all, as any visitor", () => {
    expect(allowed(roleOf("canary"))).toEqual({})
  })

  it("news: change rows, open contacts, send mail as the portal, and give up", () => {
    const production = inject("production")
    const { roleName } = functionOf(production, "lib/pipeline/news.handler")
    expect(allowed(roleName, production)).toEqual({
      ...useTable,
      "kms:ContactKey": ["Decrypt"],
      "sesv2:MailIdentity": ["SendEmail", "SendRawEmail"],
      "sesv2:MailConfig": ["SendEmail", "SendRawEmail"],
      "sqs:LostSweepsQueue": ["SendMessage"],
    })
  })

  it("none may delete sealed evidence, and only what follows decisions may shorten its retention", () => {
    const sealed = graph.resources
      .flatMap(({ name }) => grantsOf(graph, name))
      .filter(({ resources }) =>
        resources.some((resource) => /evidencebucket[^/]*\/(evidence\/)?\*$/.test(resource)),
      )
    const actions = sealed.flatMap((grant) => grant.actions)
    expect(actions.filter((action) => /Delete|LegalHold/.test(action))).toEqual([])
    expect(actions.filter((action) => /Bypass/.test(action))).toEqual(["s3:BypassGovernanceRetention"])
  })

  it("the site: change rows and counters, let files in, show sealed ones, open contacts", () => {
    const grants = allowed(siteOf(graph).roleName)
    const granted = Object.entries(grants).filter(([name]) => !/siteassets/.test(name))
    expect(Object.fromEntries(granted)).toEqual({
      ...useTable,
      // For the check of all audit trails.
      "dynamodb:table/TableTable": [...rows, "Scan"].toSorted(),
      "dynamodb:table/LimitsTable": ["DeleteItem", "GetItem", "PutItem", "UpdateItem"],
      "kms:ContactKey": ["Decrypt", "GenerateDataKey"],
      "s3:evidencebucket": ["ListBucket", "ListBucketMultipartUploads"],
      "s3:evidencebucket/batch-results/*": ["GetObject"],
      "s3:evidencebucket/batches/*": ["PutObject"],
      "s3:evidencebucket/incoming/*": [
        "AbortMultipartUpload",
        "GetObject",
        "ListMultipartUploadParts",
        "PutObject",
      ],
      "s3:evidencebucket/evidence/*": ["GetObject"],
      "s3:evidencebucket/packages/*": ["GetObject"],
      "s3:evidencebucket/day-logs/*": ["GetObject"],
      "s3:evidencebucket/preview/*": ["GetObject"],
    })
  })
})
