import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { findEvidence, previewOf } from "@/lib/evidence"
import { videoFrame } from "@/lib/evidence/preview/video"
import { video } from "@/tests/support/files/fixture"
import { sealedFile } from "@/tests/support/sealed"

const colourful = async (picture: Uint8Array) => {
  const { channels } = await sharp(picture).stats()
  return channels.slice(0, 3).every(({ stdev }) => stdev > 30)
}

describe("a video", () => {
  // The first of all: what an earlier drawing has freed would be taken again before the process grows.
  it("that takes too long or too much memory is given up", async () => {
    const bytes = video("h264.mp4")
    const late = videoFrame(bytes, "video/mp4", { msMax: 1, memoryBytesMax: 1024 ** 3 })
    await expect(late).rejects.toThrow("too slow")
    const large = videoFrame(bytes, "video/mp4", { msMax: 20_000, memoryBytesMax: 20 * 1024 ** 2 })
    await expect(large).rejects.toThrow(/memory/)
  })

  it.each(["h264.mp4", "h264.mov", "h264.mkv", "hevc.mov", "vp8.webm", "vp9.webm"])(
    "%s is shown by one of its pictures",
    async (name) => {
      const { ids } = await sealedFile(name, video(name))
      expect(await findEvidence(ids)).toMatchObject({ state: "verified", hasPreview: true })
      const body = await previewOf(ids)
      const shown = Buffer.from(await new Response(body as unknown as ReadableStream).arrayBuffer())
      expect(await sharp(shown).metadata()).toMatchObject({ format: "webp", width: 320, height: 180 })
      expect(await colourful(shown)).toBe(true)
    },
  )

  it("in a coding that is not known here has no preview", async () => {
    const { ids } = await sealedFile("av1.webm", video("av1.webm"))
    expect(await findEvidence(ids)).toMatchObject({ state: "verified", hasPreview: false })
  })

  it("of which only the beginning is at hand is shown if its index stands there", async () => {
    const part = video("vp9.webm").subarray(0, 9_000)
    expect(await colourful(await videoFrame(part, "video/webm"))).toBe(true)
    const indexAtEnd = video("h264.mp4").subarray(0, 9_000)
    await expect(videoFrame(indexAtEnd, "video/mp4")).rejects.toThrow()
  })

  it("is read as what its first bytes show, never as a list of other files", async () => {
    const list = Buffer.from("ffconcat version 1.0\nfile 'video'\nfile '/etc/passwd'\n")
    await expect(videoFrame(list, "video/mp4")).rejects.toThrow()
    await expect(videoFrame(list, "video/webm")).rejects.toThrow()
    await expect(videoFrame(video("h264.mp4"), "text/plain")).rejects.toThrow("no video")
  })
})
