// A thread of its own, started by drawing-thread.ts, which ends it when it takes too long or too much memory.
// Plain JavaScript, because it is copied to Lambda as it stands, beside the bundle.
import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { parentPort, workerData } from "node:worker_threads"

const { bytes, format, pixelsMax } = workerData

// Made for a browser's worker, the library asks for its address and for nothing else of one.
globalThis.self = { location: { href: "" } }
// The one way in which its sockets would reach a net.
delete globalThis.WebSocket
const { default: load } = await import("@ffmpeg/core")
const wasmBinary = await readFile(fileURLToPath(import.meta.resolve("@ffmpeg/core/wasm")))
const ffmpeg = await load({ wasmBinary })

ffmpeg.FS.writeFile("video", bytes, { canOwn: true })
const bounded = `scale=w='min(${pixelsMax},iw)':h='min(${pixelsMax},ih)':force_original_aspect_ratio=decrease`
ffmpeg.exec(
  ...["-protocol_whitelist", "file", "-f", format],
  // Whole pictures only: the first is often black, so the most usual one of a few is shown.
  ...["-skip_frame", "nokey", "-i", "video"],
  ...["-map", "0:v:0", "-vf", `${bounded},thumbnail=n=5`, "-frames:v", "1", "-f", "image2", "frame.png"],
)
parentPort?.postMessage([ffmpeg.FS.readFile("frame.png")])
