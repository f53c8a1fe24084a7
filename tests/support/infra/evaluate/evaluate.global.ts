import path from "node:path"
import type { TestProject } from "vitest/node"
import { evaluate } from "./evaluate"
import type { Graph } from "./graph"
import { layOutPlatform } from "./platform"

declare module "vitest" {
  interface ProvidedContext {
    /** A stage to throw away, without a domain. */
    trial: Graph
    production: Graph
  }
}

/** Evaluates the program once for all tests. */
export default async ({ provide }: TestProject) => {
  await layOutPlatform(path.resolve(import.meta.dirname, "../../../.."))
  const environment = {
    SITE_DOMAIN: "portal.example",
    ALARM_EMAIL: "alarms@portal.example",
    MAIL_SENDER: "news@portal.example",
  }
  const [trial, production] = await Promise.all([
    evaluate({ stage: "trial" }),
    evaluate({ stage: "production", environment }),
  ])
  provide("trial", trial)
  provide("production", production)
}
