import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import load from "libheif-js/libheif-wasm/libheif.js"
import { encodedPixels } from "./picture.mjs"

/** The first picture, decoded by libheif as WebAssembly, turned upright as the file says. */
export const draw = async (bytes, { pixelsMax }) => {
  const wasmBinary = await readFile(
    fileURLToPath(import.meta.resolve("libheif-js/libheif-wasm/libheif.wasm")),
  )
  const libheif = load({ wasmBinary })
  const [picture] = new libheif.HeifDecoder().decode(bytes)
  if (!picture) throw new Error("no picture")
  const [width, height] = [picture.get_width(), picture.get_height()]
  if (width * height > pixelsMax) throw new Error("too many pixels")
  // What the library offers for a page's canvas would take twice the memory.
  const {
    heif_colorspace: { heif_colorspace_RGB },
    heif_chroma: { heif_chroma_interleaved_RGB },
  } = libheif
  const { channels = [] } = libheif.heif_js_decode_image2(
    picture.handle,
    heif_colorspace_RGB,
    heif_chroma_interleaved_RGB,
  )
  const [plane] = channels
  if (plane?.stride !== plane?.width * 3) throw new Error("not decoded")
  return encodedPixels(plane.data, { width: plane.width, height: plane.height, channels: 3 })
}
