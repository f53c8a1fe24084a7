import { readdirSync, readFileSync } from "node:fs"
import { functionsFolder, graphPath } from "@/tests/support/aws/build/layout"
import { siteOf } from "@/tests/support/infra/checks/find"
import type { Graph } from "@/tests/support/infra/evaluate/graph"

const named = (pattern: RegExp): string => {
  const names = readdirSync(functionsFolder).filter((name) => pattern.test(name))
  const [only] = names
  if (only === undefined || names.length > 1)
    throw new Error(`Not one function is named ${pattern}: ${names}`)
  return only
}

/** The folder of the built site: SST adds a hash to some names. */
export const siteId = () => named(/^SiteServer/)

const patterns = {
  react: /^TableSubscriberReact/,
  inspect: /^IncomingEvidenceSubscriber/,
  preview: /^SealedEvidenceSubscriber/,
  runBatch: /^BatchesSubscriber/,
  scanned: /^ScanResultsSubscriber/,
  sweep: /^SweepHandler/,
  news: /^NewsHandler/,
  deliver: /^DeliverHandler/,
  canary: /^CanaryHandler/,
} as const

export type ConsumerName = keyof typeof patterns
export const consumerNames = Object.keys(patterns) as ConsumerName[]

/** The folder of a built consumer. */
export const consumerId = (name: ConsumerName) => named(patterns[name])

/** What the deployed site's function is told, without the file of links that SST encrypts at a deploy. */
export const siteVariables = (): Readonly<Record<string, string>> => {
  const graph: Graph = JSON.parse(readFileSync(graphPath, "utf8"))
  const { SST_KEY: _, SST_KEY_FILE: __, ...variables } = siteOf(graph).variables
  return variables
}
