import { describe, expect, inject, it } from "vitest"
import { ofType, only } from "@/tests/support/infra/checks/find"
import { statementsOf } from "@/tests/support/infra/checks/policy"
import type { Graph } from "@/tests/support/infra/evaluate/graph"

const [trial, production] = [inject("trial"), inject("production")]
const bucketOf = (graph: Graph) => only(graph, "aws:s3/bucket:Bucket", "EvidenceBucket").inputs
const tableOf = (graph: Graph) => only(graph, "aws:dynamodb/table:Table", "TableTable").inputs
const staffOf = (graph: Graph) => only(graph, "aws:cognito/userPool:UserPool").inputs

/** What the evidence bucket's policy forbids everybody, AWS's own rule about TLS left out. */
const forbidden = (graph: Graph) =>
  ofType(graph, "aws:s3/bucketPolicy:BucketPolicy")
    .filter(({ inputs }) => inputs.bucket === bucketOf(graph).bucket)
    .flatMap(({ inputs }) => statementsOf(inputs.policy))
    .filter(({ effect, conditions }) => effect === "Deny" && !conditions.Bool)
    .map(({ actions, principals, resources }) => ({ actions, principals, resources }))

describe("a trial", () => {
  it("can be removed with all that it holds, locked evidence included", () => {
    expect(bucketOf(trial).forceDestroy).toBe(true)
    expect(forbidden(trial)).toEqual([])
    expect(tableOf(trial).deletionProtectionEnabled).toBe(false)
    expect(staffOf(trial).deletionProtection).toBe("INACTIVE")
  })

  it("locks what it seals as production does, so that the same code runs", () => {
    expect(bucketOf(trial).objectLockEnabled).toBe(true)
  })
})

describe("production", () => {
  it("empties no bucket, and lets nobody end a lock, or the bucket, without changing its policy first", () => {
    const arn = `arn:aws:s3:::${bucketOf(production).bucket}`
    expect(bucketOf(production)).toMatchObject({ objectLockEnabled: true, forceDestroy: false })
    expect(forbidden(production)).toEqual([
      {
        actions: ["s3:BypassGovernanceRetention", "s3:DeleteBucket"],
        principals: ["*"],
        resources: [arn, `${arn}/*`],
      },
    ])
  })

  it("keeps the table, the staff and, for a month after a mistake, the key of the contacts", () => {
    expect(tableOf(production).deletionProtectionEnabled).toBe(true)
    expect(staffOf(production).deletionProtection).toBe("ACTIVE")
    const days = (graph: Graph) => only(graph, "aws:kms/key:Key").inputs.deletionWindowInDays
    expect([days(trial), days(production)]).toEqual([7, 30])
  })
})
