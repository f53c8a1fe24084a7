import { describe, expect, inject, it } from "vitest"
import { fences } from "@/infra/fence"
import { mappingIn, only, siteOf } from "@/tests/support/infra/checks/find"
import type { Graph } from "@/tests/support/infra/evaluate/graph"

const [trial, production] = [inject("trial"), inject("production")]

const atOnce = (graph: Graph, handler: string) =>
  mappingIn(graph, `lib/pipeline/${handler}.handler`)?.scalingConfig
const tableOf = (graph: Graph, name: string) => only(graph, "aws:dynamodb/table:Table", name).inputs
const indexesOf = (graph: Graph) =>
  tableOf(graph, "TableTable").globalSecondaryIndexes as { readonly warmThroughput?: unknown }[]

describe("a flood of files", () => {
  it.each([trial, production])("takes no more functions than it may", (graph) => {
    expect(atOnce(graph, "inspect-evidence")).toEqual({ maximumConcurrency: fences.inspections })
    expect(atOnce(graph, "preview-evidence")).toEqual({ maximumConcurrency: fences.previews })
    expect(atOnce(graph, "run-batch")).toEqual({ maximumConcurrency: fences.batches })
    expect(atOnce(graph, "scanned")).toEqual({ maximumConcurrency: fences.scanResults })
  })

  it("leaves the site's functions to the site, and the account's last hundred to all others", () => {
    expect(siteOf(production).inputs.reservedConcurrentExecutions).toBe(fences.site)
    const { site, inspections, previews, batches, scanResults } = fences
    expect(site + inspections + previews + batches + scanResults).toBeLessThanOrEqual(900)
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
