import { setTimeout as pause } from "node:timers/promises"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import { callReceiver } from "@/lib/delivery/call-receiver"
import { openBareServer, openReceiver, trustReceivers } from "@/tests/support/receiver"

type Receiver = Awaited<ReturnType<typeof openReceiver>>

let receiver: Receiver
let bystander: Receiver

beforeAll(async () => {
  trustReceivers()
  receiver = await openReceiver()
  bystander = await openReceiver({ secure: false })
})
afterEach(() => {
  vi.unstubAllEnvs()
  receiver.respond()
})
afterAll(() => Promise.all([receiver.close(), bystander.close()]))

const allowLoopback = () => vi.stubEnv("WEBHOOK_LOOPBACK", "allow")
const call = (url: string, options: Parameters<typeof callReceiver>[1] = {}) =>
  callReceiver({ url, headers: { "webhook-id": "dlv_1" }, body: '{"a":"片"}' }, options)
const names = (addresses: readonly string[]) => ({ resolve: async () => addresses })

describe("a receiver", () => {
  it("is posted to over TLS, under the name that it was registered with", async () => {
    allowLoopback()
    const url = `https://receiver.example:${receiver.port}/hook?x=1`
    expect(await call(url, names(["127.0.0.1"]))).toMatchObject({ status: 204 })
    expect(receiver.taken.at(-1)).toMatchObject({
      method: "POST",
      url: "/hook?x=1",
      body: '{"a":"片"}',
      headers: { host: `receiver.example:${receiver.port}`, "webhook-id": "dlv_1" },
    })
  })

  it("whose certificate is for another name gets nothing", async () => {
    allowLoopback()
    const before = receiver.taken.length
    const answer = await call(`https://other.example:${receiver.port}/`, names(["127.0.0.1"]))
    expect(answer).toEqual({ error: "ERR_TLS_CERT_ALTNAME_INVALID" })
    expect(receiver.taken).toHaveLength(before)
  })

  it("without TLS gets nothing, unless it is on this machine and that is allowed", async () => {
    allowLoopback()
    expect(await call(`http://127.0.0.1:${bystander.port}/`)).toMatchObject({ status: 204 })
    expect(await call("http://public.example/", names(["1.1.1.1"]))).toEqual({ error: "not-https" })
  })
})

describe("an address that is not on the internet", () => {
  it.each([
    "127.0.0.1",
    "127.255.0.1",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "169.254.100.1",
    "100.100.100.200",
    "100.64.0.1",
    "0.0.0.0",
    "255.255.255.255",
    "224.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "240.0.0.1",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "100::1",
    "not an address",
  ])("%s is never called, by name or as it stands", async (address) => {
    const refused = { error: "address-not-public" }
    expect(await call("https://receiver.example/", names([address]))).toEqual(refused)
    // One good address beside it makes it no better: the choice would be the receiver's.
    expect(await call("https://receiver.example/", names(["1.1.1.1", address]))).toEqual(refused)
    if (address.includes(" ")) return
    const literal = address.includes(":") ? `[${address}]` : address
    expect(await call(`https://${literal}/`)).toEqual(refused)
  })

  it.each(["0x7f.1", "2130706433", "0177.0.0.1", "127.1"])("%s is not called either", async (host) => {
    expect(await call(`https://${host}/`)).toEqual({ error: "address-not-public" })
  })

  it("is not called by a name that stands for another address the second time", async () => {
    allowLoopback()
    const answers = [["127.0.0.1"], ["169.254.169.254"]]
    let asked = 0
    const resolve = async () => answers[asked++] ?? []
    const url = `https://receiver.example:${receiver.port}/`
    expect(await call(url, { resolve })).toMatchObject({ status: 204 })
    expect(asked).toBe(1)
  })

  it("of another machine is not called where those of this one are allowed", async () => {
    allowLoopback()
    expect(await call("https://receiver.example/", names(["10.0.0.1"]))).toEqual({
      error: "address-not-public",
    })
    expect(await call("https://receiver.example/", names(["127.0.0.1", "10.0.0.1"]))).toEqual({
      error: "address-not-public",
    })
  })
})

describe("a hostile receiver", () => {
  const url = () => `https://localhost:${receiver.port}/`

  it("that redirects is not followed", async () => {
    allowLoopback()
    const before = bystander.taken.length
    receiver.respond((response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${bystander.port}/inside` }).end("elsewhere"),
    )
    expect(await call(url())).toEqual({ status: 307, text: "elsewhere" })
    expect(bystander.taken).toHaveLength(before)
  })

  it("that answers without end is read no further than 16 kB, of which little is kept", async () => {
    allowLoopback()
    let sent = 0
    receiver.respond((response) => {
      response.writeHead(500)
      const more = () => {
        if (response.destroyed) return
        sent += 1
        response.write("x".repeat(64 * 1024), () => setImmediate(more))
      }
      more()
    })
    const answer = await call(url())
    expect(answer).toMatchObject({ status: 500, text: "x".repeat(1_000) })
    await pause(50)
    const then = sent
    await pause(50)
    expect(sent).toBe(then)
  })

  it("that is silent, slow to answer, or drips its headers has its time and no more", async () => {
    allowLoopback()
    receiver.respond(() => undefined)
    expect(await call(url(), { msMax: 200 })).toEqual({ error: "timeout" })
    const dripping = await openBareServer((socket) => {
      const drip = setInterval(() => socket.write("H"), 20)
      socket.on("close", () => clearInterval(drip))
    })
    const mute = await openBareServer(() => undefined)
    try {
      for (const { port } of [dripping, mute])
        for (const scheme of ["http", "https"])
          expect(await call(`${scheme}://127.0.0.1:${port}/`, { msMax: 200 })).toHaveProperty("error")
    } finally {
      await Promise.all([dripping.close(), mute.close()])
    }
  })

  it("that drips its body is not waited for", async () => {
    allowLoopback()
    receiver.respond((response) => {
      response.writeHead(200)
      const drip = setInterval(() => (response.destroyed ? clearInterval(drip) : response.write("x")), 20)
    })
    const begun = Date.now()
    expect(await call(url(), { msMax: 9_000 })).toMatchObject({ status: 200 })
    expect(Date.now() - begun).toBeLessThan(5_000)
  })

  it("whose name is resolved for ever has its time and no more", async () => {
    expect(
      await call("https://receiver.example/", { msMax: 100, resolve: () => new Promise(() => undefined) }),
    ).toEqual({ error: "timeout" })
  })

  it.each([
    ["hangs up", ""],
    ["answers what is no HTTP", "220 mail.example ESMTP\r\n"],
    ["sends endless headers", `HTTP/1.1 200 OK\r\nx: ${"y".repeat(100_000)}\r\n\r\n`],
    ["breaks off", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nab"],
    ["changes the protocol", "HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"],
  ])("that %s harms nobody", async (_, says) => {
    allowLoopback()
    const server = await openBareServer((socket) => socket.end(says))
    try {
      const answer = await call(`http://127.0.0.1:${server.port}/`, { msMax: 2_000 })
      expect(answer.error ?? answer.status).toBeTruthy()
      expect(answer.status === 200 ? answer.text : "").toBe(answer.status === 200 ? "ab" : "")
    } finally {
      await server.close()
    }
  })

  it("that answers bytes that are no text leaves text", async () => {
    allowLoopback()
    receiver.respond((response) => response.writeHead(400).end(Buffer.from([0, 1, 0xff, 0xd8, 65])))
    const { text = "" } = await call(url())
    expect(text.isWellFormed()).toBe(true)
    expect(text).toMatch(/A$/)
  })

  it("may say when to come again", async () => {
    allowLoopback()
    receiver.respond((response) => response.writeHead(429, { "retry-after": "90" }).end())
    expect(await call(url())).toMatchObject({ status: 429, retryAfterSeconds: 90 })
  })
})
