import { Writable } from "node:stream"
import { NextRequest } from "next/server"
import pino from "pino"
import { describe, expect, it, vi } from "vitest"
import { authOptions } from "@/app/admin/_gate/auth-options"
import { POST } from "@/app/api/auth/[...nextauth]/route"
import { log } from "@/lib/kernel/log"

const address = "http://localhost:3000/api/auth/callback/oidc"
const params = Promise.resolve({ nextauth: ["callback", "oidc"] })

describe("/api/auth", () => {
  it("reads no further than the limit of a body, with or without its length", async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const init = { method: "POST", body: endless, duplex: "half" } as const
    const response = await POST(new NextRequest(address, init), { params })
    expect(response.status).toBe(413)
    expect(response.headers.get("content-type")).toBe("application/problem+json")
    expect(sent).toBeLessThan(1_000_000)
    const announced = { method: "POST", body: "x", headers: { "content-length": "157286400" } }
    expect((await POST(new NextRequest(address, announced), { params })).status).toBe(413)
  })

  it("logs an error in one line, whatever a visitor put into it", () => {
    const lines: string[] = []
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    const logger = pino({ base: null }, sink)
    const spied = vi.spyOn(log, "error").mockImplementation(logger.error.bind(logger) as typeof log.error)
    const forged = 'x\n{"level":30,"msg":"an administrator signed in"}\r\n'
    for (const told of [
      new Error(forged),
      { error: new Error(forged), providerId: forged },
      { error: forged },
    ])
      authOptions().logger?.error?.("OAUTH_CALLBACK_ERROR", told as never)
    spied.mockRestore()
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      expect(line.trimEnd()).not.toContain("\n")
      expect(JSON.parse(line)).toMatchObject({ level: 50, msg: "next-auth" })
    }
  })
})
