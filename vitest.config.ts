import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { defineConfig } from "vitest/config"

// What tests and their processes leave lying about goes with the run.
const folder = mkdtempSync(join(tmpdir(), "portal-tests-"))
process.env.TMPDIR = folder
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))

const project = (name: string, include: string[], test: object = {}) => ({
  extends: true as const,
  test: { name, include, ...test },
})

/** What rules read of the environment; no store is among it. */
const settings = {
  SITE_URL: "http://localhost:3000",
  RECEIPT_KEY: Buffer.alloc(32, 1).toString("base64"),
  NEXTAUTH_SECRET: "of-the-tests-alone",
}

/** Tests of what a process uses up, or of one that knows other stores. */
const ownProcess = [
  "tests/lib/evidence/preview/*.test.ts",
  "tests/app/api/outage.test.ts",
  "tests/app/_document/route/form-route.test.ts",
]

/** Floods of hostile and broken files: slow, and run with the surges. */
const hostile = [
  "tests/infra/local/pump/hostile-evidence.test.ts",
  "tests/lib/evidence/preview/{broken,hostile}.test.ts",
]

const withStores = {
  globalSetup: "tests/support/stores.global.ts",
  setupFiles: "tests/support/stores.setup.ts",
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

const withPortal = {
  globalSetup: "tests/support/portal/portal.global.ts",
  setupFiles: "tests/support/portal/portal.setup.ts",
  // What is concurrent within a file.
  maxConcurrency: 2,
  testTimeout: 120_000,
  hookTimeout: 600_000,
}

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    maxWorkers: 2,
    // A folder: each run writes a report of its own, and CI counts them all.
    reporters: process.env.VITEST_REPORTS
      ? ["default", ["json", { outputFile: `${process.env.VITEST_REPORTS}/${process.pid}.json` }]]
      : ["default"],
    projects: [
      project("architecture", ["tests/architecture/**/*.test.ts"]),
      project("unit", ["tests/**/*.rules.test.{ts,tsx}"], {
        env: settings,
        isolate: false,
        unstubEnvs: true,
      }),
      project("stores", ["tests/{lib,app,fuzz}/**/*.test.{ts,tsx}"], {
        exclude: ["tests/**/*.rules.test.{ts,tsx}", ...ownProcess],
        ...withStores,
        // The modules of lib and app are loaded once a worker, which is most of what a file costs otherwise.
        isolate: false,
        unstubEnvs: true,
      }),
      project("local", ["tests/infra/local/**/*.test.ts", ...ownProcess], {
        ...withStores,
        exclude: hostile,
      }),
      project("hostile", hostile, withStores),
      project("s3-subset", ["infra/local/s3-subset/tests/**/*.test.ts"], {
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project("infra", ["tests/infra/*.test.ts"], {
        globalSetup: "tests/support/infra/evaluate/evaluate.global.ts",
        testTimeout: 60_000,
      }),
      project("aws", ["tests/aws/**/*.test.ts"], {
        globalSetup: ["tests/support/aws/world/bundles.global.ts", "tests/support/stores.global.ts"],
        setupFiles: "tests/support/stores.setup.ts",
        sequence: { groupOrder: 1 },
        fileParallelism: false,
        testTimeout: 120_000,
        hookTimeout: 600_000,
      }),
      // People wait for the portal most of the time, so two files run at once, on one portal.
      project("e2e", ["tests/e2e/*.test.ts"], { ...withPortal, sequence: { groupOrder: 2 } }),
      project("e2e-alone", ["tests/e2e/alone/*.test.ts"], {
        ...withPortal,
        sequence: { groupOrder: 3 },
        fileParallelism: false,
      }),
      project("surge", ["tests/surge/*.test.ts"], { ...withPortal, fileParallelism: false }),
    ],
  },
})
