import { once } from "node:events"
import { connect, type Socket } from "node:net"
import { retry } from "@/lib/kernel/retry"
import type { ScanResult } from "./scan"

export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string }

export type Timeouts = {
  /** Without any progress. */
  readonly idleMsMax: number
  readonly wholeMsMax: number
}

const defaultTimeouts: Timeouts = { idleMsMax: 120_000, wholeMsMax: 480_000 }
const replyBytesMax = 4_096
const chunkBytesMax = 256 * 1_024

/** Opens the file from its beginning. */
type Open = () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>

/** The line broke while the file was being sent: a reply may have been lost with it. */
class BrokenLine extends Error {}

/**
 * Sends a file to clamd and reads its reply (INSTREAM of clamd's protocol: chunks with a length before each, an empty
 * one at the end), in constant memory. Where the line breaks on the way the file is sent again: clamd closes it at
 * once when a file is too large, and its reply can be lost.
 * @returns undefined when there was no reply: nobody listens, the line broke each time, or clamd has a fault of its own
 */
export const askClamd = async (
  address: ClamdAddress,
  open: Open,
  timeouts: Timeouts = defaultTimeouts,
): Promise<ScanResult | undefined> => {
  try {
    return await retry(
      () => askOnce(address, open, timeouts),
      (error) => error instanceof BrokenLine,
    )
  } catch (error) {
    if (error instanceof BrokenLine) return undefined
    throw error
  }
}

const askOnce = async (address: ClamdAddress, open: Open, { idleMsMax, wholeMsMax }: Timeouts) => {
  const socket = connect(address)
  let late = false
  const giveUp = () => {
    late = true
    socket.destroy()
  }
  socket.setTimeout(idleMsMax, giveUp)
  const whole = setTimeout(giveUp, wholeMsMax)
  const closed = new AbortController()
  socket.once("close", () => closed.abort())
  let broke = false
  socket.once("error", (error) => {
    broke = "syscall" in error && error.syscall !== "connect"
  })
  const reply = replyOf(socket)
  try {
    // An early reply (too large, say) ends the sending; whatever becomes of it, the reply is what counts.
    await send(socket, open, closed.signal).catch(() => socket.destroy())
    const result = resultFrom(await reply)
    if (result) return result
    if (late) return { verdict: "timed-out" as const }
    if (broke) throw new BrokenLine()
    return undefined
  } finally {
    clearTimeout(whole)
    socket.destroy()
  }
}

const replyOf = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let text = ""
    socket.setEncoding("utf8")
    socket.on("data", (part: string) => {
      text += part
      if (text.length > replyBytesMax) socket.destroy()
    })
    // A broken line is known by what is missing of the reply.
    socket.on("error", () => undefined)
    socket.once("close", () => resolve(text))
  })

const send = async (socket: Socket, open: Open, closed: AbortSignal) => {
  const write = async (bytes: Uint8Array) => {
    if (closed.aborted) throw new Error("closed")
    if (!socket.write(bytes)) await once(socket, "drain", { signal: closed })
  }
  await write(Buffer.from("zINSTREAM\0"))
  for await (const part of await open())
    for (let at = 0; at < part.length; at += chunkBytesMax) {
      const chunk = part.subarray(at, at + chunkBytesMax)
      await write(lengthOf(chunk.length))
      await write(chunk)
    }
  await write(lengthOf(0))
}

const lengthOf = (bytes: number) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** What clamd may call a file that it did not look through: its own limits, and what is encrypted. */
const notLookedThrough = /^Heuristics\.(Limits\.Exceeded|Encrypted)/

const resultFrom = (text: string): ScanResult | undefined => {
  // The terminating zero tells a whole reply from a cut one.
  if (!text.endsWith("\0")) return undefined
  const reply = text.slice(0, -1).trim()
  if (reply === "stream: OK") return { verdict: "clean" }
  const threat = /^stream: (.+) FOUND$/.exec(reply)?.[1]
  if (threat)
    return notLookedThrough.test(threat) ? { verdict: "unscannable" } : { verdict: "infected", threat }
  return /size limit exceeded/i.test(reply) ? { verdict: "unscannable" } : undefined
}
