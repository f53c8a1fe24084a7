import { describe, expect, inject, it } from "vitest"
import { addressLogs } from "@/tests/support/infra/checks/address-log"
import type { Graph } from "@/tests/support/infra/evaluate/graph"

const graph = inject("trial")

const withResource = (type: string, inputs: object = {}): Graph => ({
  ...graph,
  resources: [...graph.resources, { type, name: "Added", inputs: { ...inputs } }],
})

describe("visitors' network addresses", () => {
  it.each([graph, inject("production")])("are in no log that AWS would keep", (stage) => {
    expect(addressLogs(stage)).toEqual([])
  })

  it.each([
    ["aws:s3/bucketLogging:BucketLogging", {}],
    ["aws:cloudfront/realtimeLogConfig:RealtimeLogConfig", {}],
    ["aws:cloudwatch/logDelivery:LogDelivery", {}],
    ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", {}],
    ["aws:cloudfront/distribution:Distribution", { loggingConfig: { bucket: "logs" } }],
    ["aws:cloudfront/distribution:Distribution", { defaultCacheBehavior: { realtimeLogConfigArn: "arn" } }],
    ["aws:wafv2/webAcl:WebAcl", { rules: [{ visibilityConfig: { sampledRequestsEnabled: true } }] }],
    ["aws:s3/bucket:Bucket", { loggings: [{ targetBucket: "logs" }] }],
    ["aws:apigatewayv2/stage:Stage", { accessLogSettings: { destinationArn: "arn" } }],
  ])("would be found in one of %s", (type, inputs) => {
    expect(addressLogs(withResource(type, inputs))).toHaveLength(1)
  })
})
