import { describe, expect, it } from "vitest"
import { isShort } from "@/lib/store/space"

const megabyte = 1024 * 1024
const disk = (free: number, all: number) => ({ bavail: free, blocks: all, bsize: megabyte })

describe("a disk", () => {
  it.each([
    [10_000, 100_000, false],
    [257, 100_000, false],
    [255, 100_000, true],
    [0, 100_000, true],
    [11, 200, false],
    [9, 200, true],
  ])("with %i MB free of %i is short: %s", (free, all, short) => {
    expect(isShort(disk(free, all))).toBe(short)
  })

  it("keeps what a setting says", () => {
    expect(isShort(disk(900, 100_000), 1_000)).toBe(true)
    expect(isShort(disk(1_001, 100_000), 1_000)).toBe(false)
  })
})
