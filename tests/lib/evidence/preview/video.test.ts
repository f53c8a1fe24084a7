import { Readable } from "node:stream"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { findEvidence } from "@/lib/evidence"
import { drawnInProcess, type Limits } from "@/lib/evidence/preview/process"
import { video } from "@/tests/support/files/fixture"
import { copyOf, drawnFile } from "@/tests/support/sealed"

const limits: Limits = { msMax: 30_000, cpuMsMax: 30_000, memoryBytesMax: 300 * 1024 ** 2 }

const frameOf = async (bytes: Uint8Array, format: string, change: Partial<Limits> = {}) => {
  const copy = await drawnInProcess(
    { kind: "video", options: { format, pixelsMax: 1e8 } },
    { body: Readable.from([Buffer.from(bytes)]), sizeBytes: bytes.length },
    { ...limits, ...change },
  )
  return copy.bytes
}

const colourful = async (picture: Uint8Array) => {
  const { channels } = await sharp(picture).stats()
  return channels.slice(0, 3).every(({ stdev }) => stdev > 30)
}

describe("a video", () => {
  it.each(["h264.mp4", "h264.mov", "h264.mkv", "hevc.mov", "vp8.webm", "vp9.webm", "av1.webm"])(
    "%s is shown by one of its pictures",
    async (name) => {
      const { ids } = await drawnFile(name, video(name))
      expect(await findEvidence(ids)).toMatchObject({ state: "verified", hasPreview: true })
      const shown = await copyOf(ids)
      expect(await sharp(shown).metadata()).toMatchObject({ format: "webp", width: 320, height: 180 })
      expect(await colourful(shown ?? Buffer.alloc(0))).toBe(true)
    },
  )

  it("that takes too long or too much memory is given up", async () => {
    const bytes = video("h264.mp4")
    await expect(frameOf(bytes, "mov", { msMax: 1 })).rejects.toThrow("too slow")
    await expect(frameOf(bytes, "mov", { cpuMsMax: 1 })).rejects.toThrow("too slow")
    await expect(frameOf(bytes, "mov", { memoryBytesMax: 60 * 1024 ** 2 })).rejects.toThrow(/memory/)
  })

  it("of which only the beginning is at hand is shown if its index stands there", async () => {
    expect(await colourful(await frameOf(video("vp9.webm").subarray(0, 9_000), "matroska"))).toBe(true)
    await expect(frameOf(video("h264.mp4").subarray(0, 9_000), "mov")).rejects.toThrow()
  })

  it("is read as what its first bytes show, never as a list of other files", async () => {
    const list = Buffer.from("ffconcat version 1.0\nfile 'video'\nfile '/etc/passwd'\n")
    await expect(frameOf(list, "mov")).rejects.toThrow()
    await expect(frameOf(list, "matroska")).rejects.toThrow()
  })
})
