import { drawnInThread, type Limits, usualLimits } from "./drawing-thread"

const pixelsMax = 1_600

/** How each kind of video is read, whatever else its bytes might pass for. */
const formats: Readonly<Record<string, string>> = {
  "video/mp4": "mov",
  "video/x-m4v": "mov",
  "video/quicktime": "mov",
  "video/webm": "matroska",
  "video/matroska": "matroska",
  "video/x-matroska": "matroska",
  "video/ogg": "ogg",
}

/**
 * One picture of a video as PNG: the most usual of its first few whole ones. Drawn by FFmpeg as WebAssembly, which
 * reaches neither files nor net, in a thread that is ended when it goes too far.
 * @param bytes the video, or so much of its beginning as there is room for
 * @throws {Error} when it cannot be drawn within the limits
 */
export const videoFrame = async (
  bytes: Uint8Array,
  type: string,
  limits: Limits = usualLimits,
): Promise<Uint8Array> => {
  const format = formats[type]
  const [frame] = format ? await drawnInThread("video", { bytes, format, pixelsMax }, limits) : []
  if (!frame) throw new Error("no video")
  return frame
}
