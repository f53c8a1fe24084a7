import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { newProgress, stepIn } from "@/infra/local/process/progress"

const newOutput = (terminal: { isTTY: true; columns: number } | undefined) => {
  const written: string[] = []
  return { written, output: { ...terminal, write: (text: string) => written.push(text) > 0 } }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setInterval", "clearInterval"] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe("the progress of a long task", () => {
  it("is a line for each step, with the seconds since the beginning, where nothing can be written over", () => {
    const { written, output } = newOutput(undefined)
    const progress = newProgress("Building", output)
    vi.advanceTimersByTime(2_400)
    progress.step("css")
    vi.advanceTimersByTime(60_000)
    progress.step("Running TypeScript")
    expect(progress.end()).toBe(62)
    vi.advanceTimersByTime(5_000)
    expect(written).toEqual([
      "Building, 0 s\n",
      "Building, 2 s: css\n",
      "Building, 62 s: Running TypeScript\n",
    ])
  })

  it("is one line on a terminal, which counts the seconds, fits, and is gone at the end", () => {
    const { written, output } = newOutput({ isTTY: true, columns: 20 })
    const progress = newProgress("Building", output)
    progress.step("Running TypeScript")
    vi.advanceTimersByTime(2_000)
    progress.end()
    vi.advanceTimersByTime(5_000)
    expect(written).toEqual(
      ["Building, 0 s", "Building, 0 s: Runn", "Building, 1 s: Runn", "Building, 2 s: Runn", ""].map(
        (text) => `\r\u001b[K${text}`,
      ),
    )
  })
})

describe("a step of the build", () => {
  it.each([
    ["> sword-net-portal@0.1.0 css", "css"],
    ["  Creating an optimized production build ...", "Creating an optimized production build"],
    ["\u001b[37m\u001b[1m  Running TypeScript ...\u001b[0m", "Running TypeScript"],
    ["  Collecting page data using 1 worker ...", "Collecting page data using 1 worker"],
    ["✓ Compiled successfully in 33.4s", undefined],
    ["> sass --quiet-deps app/_document/site.scss", undefined],
    ["├ ƒ /[locale]/notices", undefined],
    ["", undefined],
  ])("is read from the line %j", (line, step) => {
    expect(stepIn(line)).toBe(step)
  })
})
