import { Readable } from "node:stream"
import { afterEach, describe, expect, it } from "vitest"
import { askClamd } from "@/lib/evidence/scan/clamd"
import { type InstreamServer, instreamServer } from "@/tests/support/instream-server"

let server: InstreamServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const file = Buffer.alloc(700_000, "evidence ")
const parts = () => Readable.from([file.subarray(0, 3), file.subarray(3, 600_001), file.subarray(600_001)])
const patience = { idleMsMax: 300, wholeMsMax: 600 }

const ask = async (on: Parameters<typeof instreamServer>[0], body: Readable = parts()) => {
  server = await instreamServer(on)
  return askClamd(server.address, () => body, patience)
}

const replying = (text: string) => ({ file: (socket: { end: (text: string) => void }) => socket.end(text) })

describe("clamd is sent a file whole and in order", () => {
  it("whatever the pieces it is read in", async () => {
    expect(await ask(replying("stream: OK\0"))).toEqual({ verdict: "clean" })
    expect(server?.files.map((sent) => sent.equals(file))).toEqual([true])
  })

  it("also when it is empty", async () => {
    expect(await ask(replying("stream: OK\0"), Readable.from([]))).toEqual({ verdict: "clean" })
  })
})

describe("clamd's reply", () => {
  it.each([
    ["stream: Win.Test.EICAR_HDB-1 FOUND\0", { verdict: "infected", threat: "Win.Test.EICAR_HDB-1" }],
    ["stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0", { verdict: "unscannable" }],
    ["stream: Heuristics.Encrypted.Zip FOUND\0", { verdict: "unscannable" }],
    ["INSTREAM size limit exceeded. ERROR\0", { verdict: "unscannable" }],
  ])("%s is what it says", async (reply, result) => {
    expect(await ask(replying(reply))).toEqual(result)
  })

  it.each([
    ["cut short", "stream: OK"],
    ["of a trouble of its own", "Can't allocate memory ERROR\0"],
    ["of another protocol", "HTTP/1.1 400 Bad Request\r\n\r\n"],
    ["absent", ""],
    ["without end", "x".repeat(100_000)],
  ])("%s is no result, and never clean", async (_, reply) => {
    expect(await ask(replying(reply))).toBeUndefined()
  })

  it("that comes while the file is still being sent is heard", async () => {
    const early = {
      data: (socket: { end: (text: string) => void }) => socket.end("INSTREAM size limit exceeded. ERROR\0"),
    }
    const endless = Readable.from(
      (async function* () {
        for (;;) yield Buffer.alloc(64_000)
      })(),
    )
    expect(await ask(early, endless)).toEqual({ verdict: "unscannable" })
  })
})

describe("clamd that does not result", () => {
  it("in time has timed out", async () => {
    expect(await ask({})).toEqual({ verdict: "timed-out" })
  })

  it("and goes on taking bytes has timed out after the whole time", async () => {
    const slow = Readable.from(
      (async function* () {
        for (;;) {
          yield Buffer.alloc(100)
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
      })(),
    )
    const began = Date.now()
    expect(await ask({}, slow)).toEqual({ verdict: "timed-out" })
    expect(Date.now() - began).toBeLessThan(2_000)
  })

  it("because the line broke gave no result", async () => {
    expect(await ask({ data: (socket) => socket.destroy() })).toBeUndefined()
  })

  it("once is sent the file again, because its reply may have been lost", async () => {
    let tries = 0
    server = await instreamServer({
      data: (socket) => {
        tries += 1
        if (tries === 1) socket.resetAndDestroy()
        else socket.end("INSTREAM size limit exceeded. ERROR\0")
      },
    })
    expect(await askClamd(server.address, parts, patience)).toEqual({ verdict: "unscannable" })
    expect(tries).toBeGreaterThan(1)
  })

  it("because nobody listens gave no result", async () => {
    const { address, close } = await instreamServer()
    await close()
    expect(await askClamd(address, parts, patience)).toBeUndefined()
  })

  it("because the file cannot be read gave no result", async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from("begin")
        throw new Error("store gone")
      })(),
    )
    expect(await ask(replying("stream: OK\0"), broken)).toBeUndefined()
  })
})
