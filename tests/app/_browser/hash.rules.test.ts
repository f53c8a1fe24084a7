import { afterEach, describe, expect, it, vi } from "vitest"
import { hashOf } from "@/app/_browser/hash"

const large = new File([new Uint8Array(17 * 1024 ** 2)], "large.mp4")
const told: number[] = []
const hash = (signal = new AbortController().signal) =>
  hashOf(large, "/worker.js", (percent) => told.push(percent), signal)

/** A worker that answers its file with these messages, or throws when it is made. */
const workersThat = (act: (worker: { onmessage?: (event: object) => void }) => void) =>
  vi.stubGlobal(
    "Worker",
    class {
      onmessage?: (event: object) => void
      postMessage() {
        act(this)
      }
      terminate() {}
    },
  )

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe("the hash of a large file", () => {
  it("comes from a worker", async () => {
    workersThat((worker) => {
      worker.onmessage?.({ data: { readBytes: large.size } })
      worker.onmessage?.({ data: { sha256: "ab" } })
    })
    expect(await hash()).toBe("ab")
    expect(told.at(-1)).toBe(100)
  })

  it("is not told where no worker can be made", async () => {
    vi.stubGlobal(
      "Worker",
      class {
        constructor() {
          throw new Error("refused by a policy")
        }
      },
    )
    expect(await hash()).toBeUndefined()
  })

  it("is not waited for from a worker that says nothing", async () => {
    vi.useFakeTimers()
    workersThat(() => undefined)
    const hashed = hash()
    await vi.advanceTimersByTimeAsync(31_000)
    expect(await hashed).toBeUndefined()
  })

  it("is given up when its file is taken away", async () => {
    workersThat(() => undefined)
    const given = new AbortController()
    const hashed = hash(given.signal)
    given.abort(new Error("taken away"))
    await expect(hashed).rejects.toThrow("taken away")
  })
})
