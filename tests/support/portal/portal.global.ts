import type { TestProject } from "vitest/node"
import { startPortal } from "./start-portal"

declare module "vitest" {
  interface ProvidedContext {
    portal: { readonly port: number; readonly dataDir: string; readonly logPath: string }
  }
}

export const setup = async ({ provide }: TestProject) => {
  const { stop, ...portal } = await startPortal("e2e")
  provide("portal", portal)
  return stop
}
