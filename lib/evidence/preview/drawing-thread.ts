import { resolve } from "node:path"

// Not by an import: the site's bundler would take the thread, and all that draws, for a part of the site.
const { Worker } = process.getBuiltinModule("node:worker_threads")

export type Limits = { readonly msMax: number; readonly memoryBytesMax: number }
export const usualLimits: Limits = { msMax: 30_000, memoryBytesMax: 768 * 1024 ** 2 }

/**
 * Pictures (PNG) drawn by a thread that is ended when it takes too long, or when the process grows too much: a heap
 * limit alone does not count what lies in buffers. Its text is thrown away.
 * @throws {Error} when there is none within the limits
 */
export const drawnInThread = (
  name: "pdf" | "video",
  workerData: Readonly<Record<string, unknown>>,
  limits: Limits,
): Promise<readonly Uint8Array[]> =>
  new Promise((settle, reject) => {
    const worker = new Worker(resolve(`lib/evidence/preview/${name}-thread.mjs`), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: Math.floor(limits.memoryBytesMax / 1024 ** 2) },
      stdout: true,
      stderr: true,
    })
    const began = process.memoryUsage.rss()
    const end = (error: Error) => {
      reject(error)
      void worker.terminate()
    }
    const late = setTimeout(() => end(new Error("too slow")), limits.msMax)
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - began > limits.memoryBytesMax) end(new Error("too much memory"))
    }, 50)
    worker.once("message", settle)
    // What a thread throws need be no error.
    worker.once("error", (error) => reject(error instanceof Error ? error : new Error("not drawn")))
    worker.once("exit", () => {
      clearTimeout(late)
      clearInterval(watch)
      reject(new Error("nothing drawn"))
    })
  })
