import { describe, expect, inject, it } from "vitest"
import { functionOf, mappingIn, only } from "@/tests/support/infra/checks/find"

describe.each(["trial", "production"] as const)("on stage %s", (stage) => {
  const graph = inject(stage)
  const mappingOf = (handler: string) => mappingIn(graph, handler)

  describe("a file that arrived", () => {
    it("is told of by the queue, one at a time", () => {
      const { inputs } = only(graph, "aws:s3/bucketNotification:BucketNotification")
      expect(inputs.queues).toMatchObject([
        { events: ["s3:ObjectCreated:*"], filterPrefix: "incoming/" },
        { events: ["s3:ObjectCreated:*"], filterPrefix: "evidence/" },
        { events: ["s3:ObjectCreated:*"], filterPrefix: "batches/" },
      ])
      expect(mappingOf("lib/pipeline/inspect-evidence.handler")).toMatchObject({
        batchSize: 1,
        functionResponseTypes: ["ReportBatchItemFailures"],
      })
    })

    it("is not given to a second inspection while the first may still run", () => {
      const { inputs } = only(graph, "aws:sqs/queue:Queue", "IncomingEvidenceQueue")
      const timeout = Number(functionOf(graph, "lib/pipeline/inspect-evidence.handler").inputs.timeout)
      expect(Number(inputs.visibilityTimeoutSeconds)).toBeGreaterThan(timeout)
    })
  })

  describe("a sealed file", () => {
    it("is drawn apart from the arrivals, one in a function, and not twice at once", () => {
      expect(mappingOf("lib/pipeline/preview-evidence.handler")).toMatchObject({
        batchSize: 1,
        functionResponseTypes: ["ReportBatchItemFailures"],
      })
      const { inputs } = only(graph, "aws:sqs/queue:Queue", "SealedEvidenceQueue")
      const timeout = Number(functionOf(graph, "lib/pipeline/preview-evidence.handler").inputs.timeout)
      expect(Number(inputs.visibilityTimeoutSeconds)).toBeGreaterThan(timeout)
    })
  })

  describe("a table of a right holder", () => {
    it("is gone through apart from evidence, one in a function, and not twice at once", () => {
      expect(mappingOf("lib/pipeline/run-batch.handler")).toMatchObject({
        batchSize: 1,
        functionResponseTypes: ["ReportBatchItemFailures"],
      })
      const { inputs } = only(graph, "aws:sqs/queue:Queue", "BatchesQueue")
      const timeout = Number(functionOf(graph, "lib/pipeline/run-batch.handler").inputs.timeout)
      expect(Number(inputs.visibilityTimeoutSeconds)).toBeGreaterThan(timeout)
    })
  })

  describe("a scanned file", () => {
    it("is told of by GuardDuty, which looks at what is sealed and at nothing else", () => {
      expect(only(graph, "aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan").inputs).toMatchObject({
        protectedResource: { s3Bucket: { objectPrefixes: ["evidence/"] } },
        actions: [{ taggings: [{ status: "DISABLED" }] }],
      })
      const { eventPattern } = only(graph, "aws:cloudwatch/eventRule:EventRule").inputs
      expect(JSON.parse(String(eventPattern))).toMatchObject({
        source: ["aws.guardduty"],
        "detail-type": ["GuardDuty Malware Protection Object Scan Result"],
        detail: { s3ObjectDetails: { bucketName: [expect.stringContaining("evidence")] } },
      })
      const { inputs } = only(graph, "aws:cloudwatch/eventTarget:EventTarget")
      expect(inputs.arn).toMatch(new RegExp(`:sword-net-${stage}-ScanResultsQueue-`))
      expect(mappingOf("lib/pipeline/scanned.handler")?.functionResponseTypes).toEqual([
        "ReportBatchItemFailures",
      ])
    })

    it("is still told of after a deploy: the bucket's notifications leave GuardDuty its events", () => {
      expect(only(graph, "aws:s3/bucketNotification:BucketNotification").inputs.eventbridge).toBe(true)
    })
  })
})
