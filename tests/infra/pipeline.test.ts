import { readFile } from "node:fs/promises"
import path from "node:path"
import { describe, expect, inject, it } from "vitest"
import { reactedTo } from "@/lib/pipeline/reacted-to"
import { deadLetterOf } from "@/tests/support/infra/checks/dead-letter"
import { functionOf, mappingIn, ofType, only } from "@/tests/support/infra/checks/find"
import { grantsOf } from "@/tests/support/infra/checks/policy"
import type { Graph } from "@/tests/support/infra/evaluate/graph"

const packageFile = path.resolve(import.meta.dirname, "../../package.json")
const always = [
  "react",
  "inspect-evidence",
  "preview-evidence",
  "run-batch",
  "scanned",
  "sweep",
  "deliver",
  "canary",
]

/** Of a disk that fills up: a function has none. */
const local = ["STORAGE_PATH", "STORAGE_RESERVE_MB"]

/** Without a sender, as on a trial, nothing mails. */
const stages = [
  { stage: "trial", names: always, mailAlarms: [] },
  { stage: "production", names: [...always, "news"], mailAlarms: ["NewsErrors", "NewsThrottles"] },
] as const

describe.each(stages)("on stage $stage", ({ stage, names, mailAlarms }) => {
  const graph = inject(stage)
  const handlers = names.map((name) => `lib/pipeline/${name}.handler`)

  const mappingOf = (handler: string) => mappingIn(graph, handler)

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
        const needs = build.needs.filter((name) => !local.includes(name))
        expect(given).toEqual(expect.arrayContaining(needs))
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

    it("that draws, that sets briefs, and no other, brings the libraries it needs", async () => {
      const { dependencies } = JSON.parse(await readFile(packageFile, "utf8"))
      const drawing = [
        "sharp",
        "sharp-phash",
        "pdfjs-dist",
        "@napi-rs/canvas",
        "@ffmpeg/core",
        "libheif-js",
        "postal-mime",
      ]
      const libraries: Readonly<Record<string, readonly string[]>> = {
        "lib/pipeline/preview-evidence.handler": drawing,
        "lib/pipeline/sweep.handler": ["@myriaddreamin/typst-ts-node-compiler"],
      }
      for (const handler of handlers)
        expect(functionOf(graph, handler).build.installs ?? {}).toEqual(
          Object.fromEntries((libraries[handler] ?? []).map((name) => [name, "*"])),
        )
      expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(Object.values(libraries).flat()))
    })
  })

  describe("a reaction", () => {
    const reactions = ["lib/pipeline/react.handler"]

    it.each(reactions)(
      "%s sees every inserted event that it reacts to, from the first, and reports the one that failed",
      (handler) => {
        const mapping = mappingOf(handler)
        expect(mapping).toMatchObject({
          startingPosition: "TRIM_HORIZON",
          parallelizationFactor: 4,
          functionResponseTypes: ["ReportBatchItemFailures"],
          bisectBatchOnFunctionError: true,
          maximumRetryAttempts: 100,
          maximumRecordAgeInSeconds: 43_200,
        })
        const { filters } = (mapping?.filterCriteria ?? { filters: [] }) as { filters: { pattern: string }[] }
        expect(filters.map(({ pattern }) => JSON.parse(pattern))).toEqual([
          {
            eventName: ["INSERT"],
            dynamodb: {
              NewImage: {
                __edb_e__: { S: ["event"] },
                type: { S: [...reactedTo] },
                isMoved: { BOOL: [{ exists: false }] },
              },
            },
          },
          { eventName: ["INSERT"], dynamodb: { NewImage: { __edb_e__: { S: ["tip"] } } } },
          {
            eventName: ["MODIFY"],
            dynamodb: {
              NewImage: { __edb_e__: { S: ["tip"] }, decision: { M: { type: { S: [...reactedTo] } } } },
            },
          },
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
        "BatchWaits",
        "DeliverErrors",
        "DeliverThrottles",
        "EventGivenUp",
        "EvidenceBytes",
        "EvidenceWaits",
        "InspectErrors",
        "InspectThrottles",
        "LostBatchesNotEmpty",
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
        "RunBatchErrors",
        "RunBatchThrottles",
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
