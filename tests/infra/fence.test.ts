import { describe, expect, inject, it } from "vitest"
import { fences } from "@/infra/fence"
import { functionOf, ofType, only, siteOf } from "@/tests/support/infra/checks/find"
import type { Graph } from "@/tests/support/infra/evaluate/graph"

const [trial, production] = [inject("trial"), inject("production")]

const atOnce = (graph: Graph, handler: string) => {
  const { inputs } = functionOf(graph, `lib/pipeline/${handler}.handler`)
  const [mapping] = ofType(graph, "aws:lambda/eventSourceMapping:EventSourceMapping").filter((candidate) =>
    String(candidate.inputs.functionName).endsWith(`:${inputs.name}`),
  )
  return mapping?.inputs.scalingConfig
}
const tableOf = (graph: Graph, name: string) => only(graph, "aws:dynamodb/table:Table", name).inputs
const indexesOf = (graph: Graph) =>
  tableOf(graph, "TableTable").globalSecondaryIndexes as { readonly warmThroughput?: unknown }[]

describe("a flood of files", () => {
  it.each([trial, production])("takes no more functions than it may", (graph) => {
    expect(atOnce(graph, "inspect-evidence")).toEqual({ maximumConcurrency: fences.inspections })
    expect(atOnce(graph, "preview-evidence")).toEqual({ maximumConcurrency: fences.previews })
    expect(atOnce(graph, "scanned")).toEqual({ maximumConcurrency: fences.scanResults })
  })

  it("leaves the site's functions to the site, and the account's last hundred to all others", () => {
    expect(siteOf(production).inputs.reservedConcurrentExecutions).toBe(fences.site)
    expect(fences.site + fences.inspections + fences.previews + fences.scanResults).toBeLessThanOrEqual(900)
  })

  it("reserves nothing in a trial, whose account may have ten functions in all", () => {
    expect(siteOf(trial).inputs.reservedConcurrentExecutions).toBeUndefined()
  })
})

describe("a rush on a new table", () => {
  it("finds it warm in production, its indexes too", () => {
    expect(tableOf(production, "TableTable").warmThroughput).toEqual(fences.warm.table)
    expect(tableOf(production, "LimitsTable").warmThroughput).toEqual(fences.warm.limits)
    expect(indexesOf(production).map(({ warmThroughput }) => warmThroughput)).toEqual(
      indexesOf(production).map(() => fences.warm.index),
    )
  })

  it("is not paid for in a trial", () => {
    expect(tableOf(trial, "TableTable").warmThroughput).toBeUndefined()
    expect(indexesOf(trial).every(({ warmThroughput }) => warmThroughput === undefined)).toBe(true)
  })
})
