import { once } from "node:events"
import { type AddressInfo, createServer, type Socket } from "node:net"

export type InstreamServer = {
  readonly address: { readonly host: string; readonly port: number }
  /** What each connection sent as one file, once it was whole. */
  readonly files: readonly Buffer[]
  readonly close: () => Promise<void>
}

/** A server that speaks clamd's INSTREAM, to answer, to fall silent or to hang up as a test wants it. */
export const instreamServer = async (
  on: {
    readonly file?: (socket: Socket, file: Buffer) => void
    readonly data?: (socket: Socket, bytesSoFar: number) => void
  } = {},
): Promise<InstreamServer> => {
  const files: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on("close", () => sockets.delete(socket))
    socket.on("error", () => undefined)
    let buffer = Buffer.alloc(0)
    socket.on("data", (part) => {
      buffer = Buffer.concat([buffer, part])
      on.data?.(socket, buffer.length)
      const file = wholeFile(buffer)
      if (!file) return
      files.push(file)
      on.file?.(socket, file)
    })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return {
    address: { host: "127.0.0.1", port },
    files,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, "close")
    },
  }
}

const greeting = "zINSTREAM\0"

/** @returns undefined as long as the empty chunk has not come */
const wholeFile = (bytes: Buffer): Buffer | undefined => {
  if (bytes.length < greeting.length) return undefined
  if (bytes.toString("latin1", 0, greeting.length) !== greeting) throw new Error("not INSTREAM")
  const chunks: Buffer[] = []
  for (let at = greeting.length; at + 4 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    if (size === 0) return Buffer.concat(chunks)
    chunks.push(bytes.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return undefined
}
