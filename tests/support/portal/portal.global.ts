import chromium from "@sparticuz/chromium"
import type { TestProject } from "vitest/node"
import { startPortal } from "./start-portal"

declare module "vitest" {
  interface ProvidedContext {
    portal: { readonly port: number; readonly dataDir: string; readonly logPath: string }
  }
}

export const setup = async ({ provide }: TestProject) => {
  // Unpacked by two files at once, the one would start what the other still writes.
  await chromium.executablePath()
  const { stop, ...portal } = await startPortal("e2e")
  provide("portal", portal)
  return stop
}
