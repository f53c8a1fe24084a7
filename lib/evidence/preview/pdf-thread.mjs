// A thread of its own, started by drawing-thread.ts, which ends it when it takes too long or too much memory.
// Plain JavaScript, because it is copied to Lambda as it stands, beside the bundle.
import { fileURLToPath } from "node:url"
import { parentPort, workerData } from "node:worker_threads"
import { createCanvas } from "@napi-rs/canvas"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"

const { bytes, pagesMax, pixelsMax } = workerData

const folder = (name) => fileURLToPath(new URL(`${name}/`, import.meta.resolve("pdfjs-dist/package.json")))

const document = await getDocument({
  data: bytes,
  cMapUrl: folder("cmaps"),
  standardFontDataUrl: folder("standard_fonts"),
  wasmUrl: folder("wasm"),
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  isEvalSupported: false,
  maxImageSize: 50_000_000,
  verbosity: 0,
}).promise

const pages = []
for (let number = 1; number <= Math.min(document.numPages, pagesMax); number++) {
  const page = await document.getPage(number)
  const natural = page.getViewport({ scale: 1 })
  const scale = Math.min(pixelsMax / natural.width, pixelsMax / natural.height, 2)
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)))
  await page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport }).promise
  pages.push(await canvas.encode("png"))
}
parentPort?.postMessage(pages)
