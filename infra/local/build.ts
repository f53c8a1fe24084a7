import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, readdirSync, rmSync, statSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { killGroup, killWithParent } from "./process/kill-with-parent"
import { takeLock } from "./process/lock"
import { newProgress, stepIn } from "./process/progress"

const sources = [
  "app",
  "lib",
  "lib/store/table-description.ts",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "proxy.ts",
  "public",
]

/** Made by the build itself. */
const isMade = (path: string) => path.startsWith(join("public", "assets"))

const changedAt = (path: string): number => {
  if (!existsSync(path) || isMade(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const within = readdirSync(path).map((name) => changedAt(join(path, name)))
  // A folder's own time tells of a file that was removed; that of `public` only of what the build made in it.
  return Math.max(path === "public" ? 0 : stat.mtimeMs, ...within)
}

const distDir = process.env.NEXT_DIST_DIR ?? ".next"

const builtAt = () => {
  const mark = join(distDir, "BUILD_ID")
  return existsSync(mark) ? statSync(mark).mtimeMs : 0
}

const isStale = () => builtAt() < Math.max(...sources.map(changedAt))

const buildMinutesMax = 15

/** @throws {Error} after the output of the build, which is shown only then */
const build = async (signal: AbortSignal) => {
  const child = spawn("npm", ["run", "build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  })
  killWithParent(child)
  signal.addEventListener("abort", () => killGroup(child), { once: true })
  const progress = newProgress("Building the site, a minute or two", process.stdout)
  const said: string[] = []
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on("line", (line) => {
      said.push(line)
      const step = stepIn(line)
      if (step) progress.step(step)
    })
  const [code] = await once(child, "close")
  const seconds = progress.end()
  if (code === 0) return seconds
  console.error(said.join("\n"))
  throw new Error("The site could not be built; see the messages above")
}

/** Builds the site unless nothing changed since it was built; two that begin at once build once. */
export const buildIfStale = async (log: (line: string) => void, signal: AbortSignal) => {
  if (!isStale()) return
  const release = takeLock(".cache/build.lock", buildMinutesMax * 60_000)
  if (!release) throw new Error(`Another build has been going on for ${buildMinutesMax} minutes`)
  try {
    if (!isStale()) return
    // TypeScript 7.0 was seen to repeat errors from it that had been mended.
    rmSync(join(distDir, "cache", ".tsbuildinfo"), { force: true })
    log(`Built the site in ${await build(signal)} s`)
  } finally {
    release()
  }
}
