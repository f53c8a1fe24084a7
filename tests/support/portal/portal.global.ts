import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import chromium from "@sparticuz/chromium"
import type { TestProject } from "vitest/node"
import { setup as buildFunctions } from "@/tests/support/aws/world/bundles.global"
import { startPortal } from "./start-portal"

declare module "vitest" {
  interface ProvidedContext {
    portal: { readonly port: number; readonly dataDir: string; readonly logPath: string }
  }
}

export const setup = async ({ provide, vitest }: TestProject) => {
  // Both build the site into one folder, and the levels are set up in no order: a portal that was started before would
  // serve pages whose scripts are gone.
  if (vitest.projects.some(({ name }) => name === "aws")) await buildFunctions()
  // Unpacked by two files at once, the one would start what the other still writes.
  await chromium.executablePath()
  const { stop, ...portal } = await startPortal("e2e")
  // For tests whose work, or whose sessions, others on the same portal must not share.
  const own = { "moderator-3": { roles: ["moderator"] }, "case-officer-3": { roles: ["case-officer"] } }
  await writeFile(join(portal.dataDir, "accounts.json"), JSON.stringify(own))
  provide("portal", portal)
  return stop
}
