import { readFile } from "node:fs/promises"
import path from "node:path"
import { describe, expect, inject, it } from "vitest"
import { deadLetterOf } from "@/tests/support/infra/checks/dead-letter"
import { functionOf, ofType, only } from "@/tests/support/infra/checks/find"
import { grantsOf } from "@/tests/support/infra/checks/policy"
import type { Graph } from "@/tests/support/infra/evaluate/graph"

const packageFile = path.resolve(import.meta.dirname, "../../package.json")
const always = ["react", "inspect-evidence", "preview-evidence", "scanned", "sweep", "deliver", "canary"]

/** Without a sender, as on a trial, nothing mails. */
const stages = [
  { stage: "trial", names: always, mailAlarms: [] },
  { stage: "production", names: [...always, "news"], mailAlarms: ["NewsErrors", "NewsThrottles"] },
] as const

describe.each(stages)("on stage $stage", ({ stage, names, mailAlarms }) => {
  const graph = inject(stage)
  const handlers = names.map((name) => `lib/pipeline/${name}.handler`)

  const mappingOf = (handler: string) => {
    const { inputs } = functionOf(graph, handler)
    const [mapping] = ofType(graph, "aws:lambda/eventSourceMapping:EventSourceMapping").filter((candidate) =>
      String(candidate.inputs.functionName).endsWith(`:${inputs.name}`),
    )
    return mapping?.inputs
  }

  describe("functions", () => {
    it("of the project are these", () => {
      const own = graph.builds.map(({ handler }) => handler).filter((handler) => handler.startsWith("lib/"))
      expect(own.toSorted()).toEqual(handlers.toSorted())
    })

    it.each(handlers)("%s stands at its path and exports its handler", (handler) => {
      const { build } = functionOf(graph, handler)
      expect(build.error).toBeUndefined()
      expect(build.exports).toContain("handler")
    })

    it.each(handlers)(
      "%s gets every setting that its code needs, and none that it never looks at",
      (handler) => {
        const { build, variables } = functionOf(graph, handler)
        const given = Object.keys(variables).filter((name) => !name.startsWith("SST_"))
        expect(given).toEqual(expect.arrayContaining([...build.needs]))
        expect(build.reads).toEqual(expect.arrayContaining(given))
      },
    )

    it.each(handlers)("%s knows the name of each store that it may use, and of no other", (handler) => {
      const { variables, roleName } = functionOf(graph, handler)
      const resources = grantsOf(graph, roleName).flatMap((grant) => grant.resources)
      const may = (pattern: RegExp) => resources.some((resource) => pattern.test(resource))
      expect("TABLE_NAME" in variables).toBe(may(/:table\/[^/]*TableTable[^/]*$/))
      expect("EVIDENCE_BUCKET" in variables).toBe(may(/:s3:::[^/]*evidencebucket/))
    })

    it("run on the project's Node and on arm64", async () => {
      const { engines } = JSON.parse(await readFile(packageFile, "utf8"))
      const atEdge = "AddressEdgeFunction"
      const regional = ofType(graph, "aws:lambda/function:Function").filter(({ name }) => name !== atEdge)
      for (const { inputs } of regional)
        expect(inputs).toMatchObject({
          runtime: `nodejs${engines.node.replace(">=", "")}.x`,
          architectures: ["arm64"],
        })
    })

    it("that draws, and no other, brings the libraries that draw", async () => {
      const { dependencies } = JSON.parse(await readFile(packageFile, "utf8"))
      const libraries = [
        "sharp",
        "pdfjs-dist",
        "@napi-rs/canvas",
        "@ffmpeg/core",
        "libheif-js",
        "postal-mime",
      ]
      for (const handler of handlers)
        expect(functionOf(graph, handler).build.installs ?? {}).toEqual(
          handler === "lib/pipeline/preview-evidence.handler"
            ? Object.fromEntries(libraries.map((name) => [name, "*"]))
            : {},
        )
      expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(libraries))
    })
  })

  describe("a reaction", () => {
    const reactions = ["lib/pipeline/react.handler"]

    it.each(reactions)(
      "%s sees every inserted event from the first, and reports the one that failed",
      (handler) => {
        const mapping = mappingOf(handler)
        expect(mapping).toMatchObject({
          startingPosition: "TRIM_HORIZON",
          parallelizationFactor: 4,
          functionResponseTypes: ["ReportBatchItemFailures"],
          bisectBatchOnFunctionError: true,
          maximumRetryAttempts: 10,
          maximumRecordAgeInSeconds: 43_200,
        })
        const { filters } = (mapping?.filterCriteria ?? { filters: [] }) as { filters: { pattern: string }[] }
        expect(filters.map(({ pattern }) => JSON.parse(pattern))).toEqual([
          { eventName: ["INSERT"], dynamodb: { NewImage: { __edb_e__: { S: ["event", "tip"] } } } },
        ])
      },
    )

    it("reads the stream with one other at most: DynamoDB serves no third", () => {
      const streams = ofType(graph, "aws:lambda/eventSourceMapping:EventSourceMapping").filter(({ inputs }) =>
        String(inputs.eventSourceArn).includes("/stream/"),
      )
      expect(streams.length).toBeLessThanOrEqual(2)
    })
  })

  describe("a file that arrived", () => {
    it("is told of by the queue, one at a time", () => {
      const { inputs } = only(graph, "aws:s3/bucketNotification:BucketNotification")
      expect(inputs.queues).toMatchObject([
        { events: ["s3:ObjectCreated:*"], filterPrefix: "incoming/" },
        { events: ["s3:ObjectCreated:*"], filterPrefix: "evidence/" },
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

  describe("work that is given up", () => {
    // A canary that failed has nothing to be done again.
    const working = handlers.filter((handler) => !handler.includes("canary"))

    it.each(working)("%s leaves it in a dead letter queue", (handler) => {
      expect(deadLetterOf(graph, handler)).toMatch(new RegExp(`:sword-net-${stage}-Lost\\w+Queue-`))
    })

    it("would be missed if a function might not write there", () => {
      const powerless: Graph = {
        ...graph,
        resources: graph.resources.map((resource) =>
          resource.type === "aws:iam/role:Role" ? { ...resource, inputs: {} } : resource,
        ),
      }
      expect(deadLetterOf(powerless, "lib/pipeline/react.handler")).toBeUndefined()
    })

    it("rings an alarm, as do errors, throttles and lateness", () => {
      // Those of the site are in tests/infra/alarm-site.test.ts.
      const ofPipeline = /^(?!Site(?!Errors|Throttles)|Edge|Canary|Table|Limits|Index)/
      const alarms = ofType(graph, "aws:cloudwatch/metricAlarm:MetricAlarm").filter(({ name }) =>
        ofPipeline.test(name),
      )
      const topic = only(graph, "aws:sns/topic:Topic", "Alarms")
      expect(alarms.map(({ name }) => name).toSorted()).toEqual([
        "DeliverErrors",
        "DeliverThrottles",
        "EvidenceBytes",
        "EvidenceWaits",
        "InspectErrors",
        "InspectThrottles",
        "LostEventsNotEmpty",
        "LostEvidenceNotEmpty",
        "LostPreviewsNotEmpty",
        "LostScansNotEmpty",
        "LostSweepsNotEmpty",
        ...mailAlarms,
        "PreviewErrors",
        "PreviewThrottles",
        "ReactErrors",
        "ReactLate",
        "ReactThrottles",
        "ScannedErrors",
        "ScannedThrottles",
        "SiteErrors",
        "SiteThrottles",
        "SweepErrors",
        "SweepThrottles",
      ])
      for (const { inputs } of alarms)
        expect(inputs.alarmActions).toEqual([expect.stringContaining(topic.name)])
    })

    it("keeps for a fortnight, encrypted", () => {
      const queues = ofType(graph, "aws:sqs/queue:Queue").filter(({ name }) => name.startsWith("Lost"))
      for (const { inputs } of queues)
        expect(inputs).toMatchObject({ sqsManagedSseEnabled: true, messageRetentionSeconds: 1_209_600 })
    })
  })
})
