import { readFileSync } from "node:fs"
import { constants, setPriority } from "node:os"
import { resolve } from "node:path"
import type { Readable } from "node:stream"

// Not by an import: the site's bundler would take the process, and all that draws, for a part of the site.
const { spawn } = process.getBuiltinModule("node:child_process")

/** What one drawing may take. Each is absolute: nothing else runs in its process. */
export type Limits = {
  /** Of the whole process, with its libraries. */
  readonly memoryBytesMax: number
  /** Of the processor, so that a busy machine does not cut a harmless drawing short. */
  readonly cpuMsMax: number
  readonly msMax: number
}

export type Drawing = { readonly kind: string; readonly options: Readonly<Record<string, unknown>> }
export type Source = { readonly body: Readable; readonly sizeBytes: number }

export class TooMuchMemory extends Error {}

const copyBytesMax = 8 * 1024 ** 2
/** What main.mjs writes before the copy: hexadecimal digits, or blanks where there is no likeness. */
const likenessLength = 16
const watchedEveryMs = 10
const folder = "lib/evidence/preview/drawing"

/** It may read the code that it runs and nothing else, may write nothing and start nothing, and knows no secret. */
const permissions = [
  "--permission",
  "--allow-addons",
  // The site's bundler would else take every file of the project for one that the site reads.
  ...["node_modules", folder, "package.json"].map(
    (path) => `--allow-fs-read=${resolve(/* turbopackIgnore: true */ path)}`,
  ),
]
const thrift = ["--max-old-space-size=160", "--max-semi-space-size=2", "--v8-pool-size=1", "--no-warnings"]

/**
 * Resident bytes and milliseconds of the processor, where the system tells them (Linux). These are no files, and a
 * reader that waits its turn would come too late.
 */
const usageOf = (pid: number) => {
  try {
    const times = readFileSync(`/proc/${pid}/stat`, "utf8")
    const fields = times.slice(times.lastIndexOf(")") + 2).split(" ")
    const pages = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]
    return { memoryBytes: Number(pages) * 4_096, cpuMs: (Number(fields[11]) + Number(fields[12])) * 10 }
  } catch {
    return { memoryBytes: 0, cpuMs: 0 }
  }
}

/** The copy, and of a picture what it looks like: pictures that differ in few bits of it look alike. */
export type Copy = { readonly bytes: Buffer; readonly likeness?: string }

const copyFrom = (written: Buffer): Copy => {
  const likeness = written.toString("latin1", 0, likenessLength)
  const bytes = written.subarray(likenessLength)
  return /^[0-9a-f]{16}$/.test(likeness) ? { bytes, likeness } : { bytes }
}

/**
 * The sanitised copy that a process of its own makes of a file. The process is ended when it goes beyond a limit.
 * @throws {TooMuchMemory}
 * @throws {Error} when there is no copy within the limits
 */
export const drawnInProcess = (
  { kind, options }: Drawing,
  { body, sizeBytes }: Source,
  limits: Limits,
): Promise<Copy> =>
  new Promise((settle, reject) => {
    const args = [`${folder}/main.mjs`, kind, String(sizeBytes), JSON.stringify(options)]
    const child = spawn(process.execPath, [...permissions, ...thrift, ...args], {
      // Threads, and arenas for each, would be counted and hardly used.
      env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "1", UV_THREADPOOL_SIZE: "1" },
      stdio: ["pipe", "ignore", "ignore", "pipe"],
    })
    const end = (error: Error) => {
      reject(error)
      child.kill("SIGKILL")
    }
    const late = setTimeout(() => end(new Error("too slow")), limits.msMax)
    const watch = setInterval(() => {
      const { memoryBytes, cpuMs } = usageOf(child.pid ?? 0)
      if (memoryBytes > limits.memoryBytesMax) end(new TooMuchMemory("too much memory"))
      else if (cpuMs > limits.cpuMsMax) end(new Error("too slow"))
    }, watchedEveryMs)
    const pieces: Buffer[] = []
    let copyBytes = 0
    child.stdio[3]?.on("data", (piece: Buffer) => {
      pieces.push(piece)
      copyBytes += piece.length
      if (copyBytes > likenessLength + copyBytesMax) end(new Error("too large a copy"))
    })
    child.once("error", reject)
    child.once("spawn", () => {
      // What people wait for goes first.
      if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    })
    child.once("close", (code) => {
      clearTimeout(late)
      clearInterval(watch)
      body.destroy()
      if (code === 0 && copyBytes > likenessLength) settle(copyFrom(Buffer.concat(pieces)))
      else reject(new Error("not drawn"))
    })
    // It may end before it has read everything.
    child.stdin?.on("error", () => undefined)
    body.once("error", (error) => end(error))
    if (child.stdin) body.pipe(child.stdin)
  })
