import { describe, expect, inject, it } from "vitest"
import { bucket, limits, table } from "@/lib/store/table-description"
import { bucketsWithoutTls, publicBuckets, unboundServices } from "@/tests/support/infra/checks/bucket"
import { ofType, only } from "@/tests/support/infra/checks/find"
import type { Graph } from "@/tests/support/infra/evaluate/graph"

const graph = inject("trial")
const tableOf = (name: string) => only(graph, "aws:dynamodb/table:Table", name).inputs

const without = (type: string): Graph => ({
  ...graph,
  resources: graph.resources.filter((resource) => resource.type !== type),
})

describe("the table", () => {
  const made = tableOf("TableTable")

  it("has the keys, the expiry and the stream of the table description", () => {
    expect(made).toMatchObject({
      hashKey: table.key.hash,
      rangeKey: table.key.range,
      ttl: { attributeName: table.ttl, enabled: true },
      streamViewType: table.stream.toUpperCase().replaceAll("-", "_"),
    })
  })

  it("has the indexes of the table description and no other", () => {
    const wanted = Object.entries(table.indexes).map(([name, { hash, range, carries }]) => ({
      name,
      hashKey: hash,
      rangeKey: range,
      ...(carries === "all"
        ? { projectionType: "ALL" }
        : { projectionType: "INCLUDE", nonKeyAttributes: [...carries] }),
    }))
    expect(made.globalSecondaryIndexes).toEqual(wanted)
  })

  it("declares exactly the attributes that are keys", () => {
    const keys = [table.key, ...Object.values(table.indexes)].flatMap(({ hash, range }) => [hash, range])
    expect(made.attributes).toEqual(keys.map((name) => ({ name, type: "S" })))
  })

  it("holds counters apart, in the layout of the table description", () => {
    expect(tableOf("LimitsTable")).toMatchObject({
      hashKey: limits.key.hash,
      ttl: { attributeName: limits.ttl, enabled: true },
    })
  })

  it.each(["TableTable", "LimitsTable"])("%s is encrypted and can be restored to any second", (name) => {
    expect(tableOf(name)).toMatchObject({
      serverSideEncryption: { enabled: true },
      pointInTimeRecovery: { enabled: true },
    })
  })
})

describe("buckets", () => {
  it("cannot be made public", () => {
    expect(publicBuckets(graph)).toEqual([])
    expect(publicBuckets(without("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"))).toHaveLength(2)
  })

  it("answer by TLS only", () => {
    expect(bucketsWithoutTls(graph)).toEqual([])
    expect(bucketsWithoutTls(without("aws:s3/bucketPolicy:BucketPolicy"))).toHaveLength(2)
  })

  it("and queues let a service in only on behalf of the portal's own resources", () => {
    const open = { type: "aws:s3/bucketPolicy:BucketPolicy", name: "Open", inputs: { policy: openPolicy } }
    expect(unboundServices(graph)).toEqual([])
    expect(unboundServices({ ...graph, resources: [open] })).toEqual([
      "Open: Service:cloudfront.amazonaws.com",
    ])
  })
})

describe("the evidence bucket", () => {
  const settingsOf = (type: string) => only(graph, type, undefined).inputs

  it("can lock objects, and locks none by default, so that what is not evidence expires", () => {
    expect(only(graph, "aws:s3/bucket:Bucket", "EvidenceBucket").inputs.objectLockEnabled).toBe(true)
    expect(settingsOf("aws:s3/bucketVersioning:BucketVersioning")).toMatchObject({
      versioningConfiguration: { status: "Enabled" },
    })
    expect(ofType(graph, "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration")).toEqual([])
  })

  it("is encrypted at rest and knows no access lists", () => {
    expect(
      settingsOf("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
        .rules,
    ).toEqual([{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }])
    expect(settingsOf("aws:s3/bucketOwnershipControls:BucketOwnershipControls").rule).toEqual({
      objectOwnership: "BucketOwnerEnforced",
    })
  })

  it("forgets what arrived and was never sealed, and nothing else", () => {
    const { rules } = settingsOf("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration")
    expect(rules).toEqual([
      {
        id: "incoming",
        status: "Enabled",
        filter: { prefix: bucket.incoming },
        expiration: { days: bucket.incomingDaysKept },
        noncurrentVersionExpiration: { noncurrentDays: 1 },
      },
      ...[bucket.batches, bucket.batchResults].map((prefix) => ({
        id: prefix.slice(0, -1),
        status: "Enabled",
        filter: { prefix },
        expiration: { days: bucket.batchDaysKept },
        noncurrentVersionExpiration: { noncurrentDays: 1 },
      })),
      {
        id: "unfinished",
        status: "Enabled",
        filter: { prefix: "" },
        abortIncompleteMultipartUpload: { daysAfterInitiation: bucket.incomingDaysMax },
      },
      {
        id: "markers",
        status: "Enabled",
        filter: { prefix: bucket.incoming },
        expiration: { expiredObjectDeleteMarker: true },
      },
    ])
  })

  it("takes uploads from the portal's own pages only", () => {
    const { corsRules } = settingsOf("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration")
    expect(corsRules).toMatchObject([
      {
        allowedOrigins: [graph.outputs.siteUrl],
        allowedMethods: ["POST", "PUT"],
        exposeHeaders: ["ETag"],
      },
    ])
  })
})

const openPolicy = JSON.stringify({
  Statement: [
    {
      Effect: "Allow",
      Action: "s3:GetObject",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Resource: "*",
    },
  ],
})
