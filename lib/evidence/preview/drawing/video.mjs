import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { draw as drawPicture } from "./picture.mjs"

const sideMax = 1_600

// Made for a browser's worker, the library asks for its address and for nothing else of one.
globalThis.self = { location: { href: "" } }
// The one way in which its sockets would reach a net.
delete globalThis.WebSocket

const bounded = `scale=w='min(${sideMax},iw)':h='min(${sideMax},ih)':force_original_aspect_ratio=decrease`
// Whole pictures only: the first is often black, so the most usual one of a few is shown.
const usual = ["-vf", `${bounded},thumbnail=n=5`, "-f", "image2"]
// It cannot decode AV1, but put its first whole picture into a file of its own, which is what AVIF is.
const repacked = ["-c", "copy", "-f", "avif"]

/** One picture of a video (image/webp), by FFmpeg as WebAssembly, read as nothing but `format`. */
export const draw = async (bytes, { format, pixelsMax }) => {
  const { default: load } = await import("@ffmpeg/core")
  const wasmBinary = await readFile(fileURLToPath(import.meta.resolve("@ffmpeg/core/wasm")))
  const ffmpeg = await load({ wasmBinary })
  ffmpeg.FS.writeFile("video", bytes, { canOwn: true })
  const picture = (output) => {
    try {
      ffmpeg.exec(
        ...["-protocol_whitelist", "file", "-f", format, "-skip_frame", "nokey", "-i", "video"],
        ...["-map", "0:v:0", "-frames:v", "1", ...output, "frame"],
      )
      return ffmpeg.FS.readFile("frame")
    } catch {
      return new Uint8Array()
    }
  }
  const drawn = picture(usual)
  return drawPicture(Buffer.from(drawn.length > 0 ? drawn : picture(repacked)), { pixelsMax })
}
