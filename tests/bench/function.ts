import { createWriteStream, rmSync } from "node:fs"
import { mkdtemp, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { pipeline } from "node:stream/promises"
import { ZipFile } from "yazl"
import { filesBelow } from "@/infra/build/files-below"
import { localEnvironment } from "@/infra/local/environment/environment"
import { functionFolder } from "@/tests/support/aws/build/layout"
import { setup as buildFunctions } from "@/tests/support/aws/world/bundles.global"
import { siteId, siteVariables } from "@/tests/support/aws/world/functions"
import { getEvent } from "@/tests/support/aws/world/get-event"
import { startFunctionIn } from "@/tests/support/aws/world/start-function"
import { type Bench, number, ratio } from "@/tests/support/bench/bench"
import { buildHelloWorld } from "@/tests/support/bench/hello-world"
import { elapsed, quantile } from "@/tests/support/bench/time"
import { startPortal } from "@/tests/support/portal/start-portal"

const starts = 9
const pages = ["/zh", "/zh/report", "/zh/notices", "/zh/follow", "/zh/help", "/api/health", "/admin/sign-in"]

const zippedBytes = async (folder: string) => {
  const dir = await mkdtemp(path.join(tmpdir(), "portal-bench-"))
  const zip = new ZipFile()
  for (const file of await filesBelow(folder, /./)) zip.addFile(file, path.relative(folder, file))
  zip.end()
  const file = path.join(dir, "function.zip")
  await pipeline(zip.outputStream, createWriteStream(file))
  const { size } = await stat(file)
  await rm(dir, { recursive: true })
  return size
}

type Started = { readonly folder: string; readonly entry: string; readonly environment: NodeJS.ProcessEnv }

/** From nothing to the first answer, and of that what comes after the start, by a process that ends with it. */
const firstAnswer = async ({ folder, entry, environment }: Started, pathname: string) => {
  const { result: running, ms: startMs } = await elapsed(() => startFunctionIn(folder, entry, environment))
  const { result, ms } = await elapsed(() => running.invoke(getEvent(pathname)))
  await running.stop()
  const { statusCode } = result as { readonly statusCode: number }
  if (statusCode !== 200) throw new Error(`${pathname} answered ${statusCode}`)
  return { allMs: startMs + ms, requestMs: ms }
}

export const bench: Bench = async (show) => {
  await buildFunctions()
  const hello = await buildHelloWorld()
  const site = functionFolder(siteId())
  process.on("exit", () => rmSync(path.resolve(hello, "../../.."), { recursive: true, force: true }))
  const [siteBytes, helloBytes] = [await zippedBytes(site), await zippedBytes(hello)]
  const megabytes = (bytes: number) => number(bytes / 1e6, 2)
  show({
    title: "The site's function, zipped, beside a hello world of the same Next and OpenNext",
    rows: [
      {
        "site MB": megabytes(siteBytes),
        "hello world MB": megabytes(helloBytes),
        ratio: ratio(siteBytes, helloBytes),
      },
    ],
    note: "Aim: 1.6 times.",
  })

  const portal = await startPortal("bench")
  const { variables } = await localEnvironment({
    ...process.env,
    PORT: String(portal.port),
    DATA_DIR: portal.dataDir,
  })
  const shared = { PATH: process.env.PATH, NODE_ENV: "production" } as const
  const ofSite: Started = {
    folder: site,
    entry: "server-index.mjs",
    environment: { ...siteVariables(), ...variables, ...shared },
  }
  const ofHello: Started = { folder: hello, entry: "index.mjs", environment: shared }
  const took = new Map<string, Awaited<ReturnType<typeof firstAnswer>>[]>()
  const measure = async (what: string, started: Started, page: string) =>
    took.set(what, [...(took.get(what) ?? []), await firstAnswer(started, page)])
  // In turns, so that a slow minute of the machine is a slow minute of both.
  for (let turn = 0; turn < starts; turn += 1) {
    await measure("hello world", ofHello, "/")
    for (const page of pages) await measure(page, ofSite, page)
  }
  const medianOf = (all: readonly number[]) => quantile(all, 0.5)
  const medians = [...took].map(([what, all]) => ({
    what,
    allMs: medianOf(all.map(({ allMs }) => allMs)),
    requestMs: medianOf(all.map(({ requestMs }) => requestMs)),
  }))
  const baseline = medians.find(({ what }) => what === "hello world")
  show({
    title: `From the start of a process to its first answer, median of ${starts}`,
    rows: medians.map(({ what, allMs, requestMs }) => ({
      what,
      ms: number(allMs),
      "of hello world": ratio(allMs, baseline?.allMs ?? Number.NaN),
      "the request alone, ms": number(requestMs),
    })),
    note: "Aim: 1.3 times for public pages and the form. What comes before the request, Lambda does when it starts a function.",
  })
  await portal.stop()
}
