import { fileURLToPath } from "node:url"
import { createCanvas } from "@napi-rs/canvas"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"

const pagesMax = 3
const sideMax = 1_600
const gap = 16

const folder = (name) => fileURLToPath(new URL(`${name}/`, import.meta.resolve("pdfjs-dist/package.json")))

const drawnPage = async (page) => {
  const natural = page.getViewport({ scale: 1 })
  const scale = Math.min(sideMax / natural.width, sideMax / natural.height, 2)
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)))
  await page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport }).promise
  return canvas
}

/** The first pages, one below the other in one picture (image/webp). */
export const draw = async (bytes) => {
  const document = await getDocument({
    data: new Uint8Array(bytes),
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
  for (let number = 1; number <= Math.min(document.numPages, pagesMax); number++)
    pages.push(await drawnPage(await document.getPage(number)))
  const height = pages.reduce((sum, page) => sum + page.height, gap * (pages.length - 1))
  const whole = createCanvas(Math.max(...pages.map((page) => page.width)), height)
  const context = whole.getContext("2d")
  context.fillStyle = "#bbb"
  context.fillRect(0, 0, whole.width, whole.height)
  let top = 0
  for (const page of pages) {
    context.drawImage(page, 0, top)
    top += page.height + gap
  }
  return { copy: await whole.encode("webp", 80) }
}
