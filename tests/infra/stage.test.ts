import { describe, expect, inject, it } from "vitest"
import { functionOf, ofType, only } from "@/tests/support/infra/checks/find"
import { grantsOf, statementsOf } from "@/tests/support/infra/checks/policy"
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
    .map(({ actions, principals, resources, conditions }) => ({ actions, principals, resources, conditions }))

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
  const decisionRole = only(
    production,
    "aws:iam/role:Role",
    functionOf(production, "lib/pipeline/react.handler").roleName,
  ).inputs

  it("empties no bucket, and lets nobody end the bucket, or a lock without deciding, before its policy is changed", () => {
    const arn = `arn:aws:s3:::${bucketOf(production).bucket}`
    const all = { principals: ["*"], resources: [arn, `${arn}/*`] }
    expect(bucketOf(production)).toMatchObject({ objectLockEnabled: true, forceDestroy: false })
    expect(forbidden(production)).toEqual([
      { ...all, actions: ["s3:DeleteBucket"], conditions: {} },
      {
        ...all,
        actions: ["s3:BypassGovernanceRetention"],
        conditions: {
          ArnNotEquals: {
            "aws:PrincipalArn": [expect.stringMatching(new RegExp(`:role/${decisionRole.name}$`))],
          },
        },
      },
    ])
  })

  it("denies no function what it is granted on the evidence", () => {
    const denied = forbidden(production).flatMap(({ actions }) => actions)
    const granted = ofType(production, "aws:iam/role:Role").filter(({ name }) =>
      grantsOf(production, name).some(({ actions }) => actions.some((action) => denied.includes(action))),
    )
    expect(granted.map(({ inputs }) => inputs.name)).toEqual([decisionRole.name])
  })

  it("keeps the table, the staff and, for a month after a mistake, the key of the contacts", () => {
    expect(tableOf(production).deletionProtectionEnabled).toBe(true)
    expect(staffOf(production).deletionProtection).toBe("ACTIVE")
    const days = (graph: Graph) => only(graph, "aws:kms/key:Key").inputs.deletionWindowInDays
    expect([days(trial), days(production)]).toEqual([7, 30])
  })
})
