import { resolve } from "node:path"

const pagesMax = 3
const pixelsMax = 1_600

// Not by an import: the site's bundler would take the thread, and all that draws, for a part of the site.
const { Worker } = process.getBuiltinModule("node:worker_threads")

export type PdfLimits = { readonly msMax: number; readonly memoryBytesMax: number }
const within: PdfLimits = { msMax: 30_000, memoryBytesMax: 768 * 1024 ** 2 }

/**
 * The first pages of a PDF as PNG. A PDF is a program in all but name, so it is drawn in a thread that is ended when
 * it takes too long, or when the process grows too much: a heap limit alone does not count what lies in buffers.
 * @throws {Error} when it cannot be drawn within the limits
 */
export const pdfPages = (bytes: Uint8Array, limits: PdfLimits = within): Promise<readonly Uint8Array[]> =>
  new Promise((settle, reject) => {
    const worker = new Worker(resolve("lib/evidence/pdf-thread.mjs"), {
      workerData: { bytes, pagesMax, pixelsMax },
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
    // pdf.js throws values that are no errors.
    worker.once("error", (error) => reject(error instanceof Error ? error : new Error("not drawn")))
    worker.once("exit", () => {
      clearTimeout(late)
      clearInterval(watch)
      reject(new Error("no pages"))
    })
  })
