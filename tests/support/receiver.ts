import { once } from "node:events"
import http, { type IncomingMessage, type ServerResponse } from "node:http"
import https from "node:https"
import { type AddressInfo, createServer, type Socket } from "node:net"
import { text } from "node:stream/consumers"
import tls from "node:tls"
import { receiverTls } from "@/tests/support/files/receiver-tls"

type Taken = {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage["headers"]
  readonly body: string
}

type Respond = (response: ServerResponse, taken: Taken) => void

const accepting: Respond = (response) => response.writeHead(204).end()

/** This process takes the certificate of the receivers here for a good one, as a real one's authority is. */
export const trustReceivers = () =>
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), receiverTls.cert])

/** An authority's own system: a real server that keeps what it is sent, and answers as `respond` says. */
export const openReceiver = async ({ secure = true }: { secure?: boolean } = {}) => {
  const taken: Taken[] = []
  const desk = { respond: accepting }
  const sockets = new Set<Socket>()
  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url = "", headers } = request
    const one = { method, url, headers, body: await text(request) }
    taken.push(one)
    desk.respond(response, one)
  }
  const server = secure ? https.createServer(receiverTls, listener) : http.createServer(listener)
  server.on("connection", (socket: Socket) => {
    sockets.add(socket)
    socket.on("error", () => undefined)
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `${secure ? "https" : "http"}://localhost:${port}/hook?of=portal`,
    taken,
    respond: (next: Respond = accepting) => {
      desk.respond = next
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, "close")
    },
  }
}

/** A server that speaks no HTTP, or wrong one: whoever connects is handed over as a bare connection. */
export const openBareServer = async (onConnection: (socket: Socket) => void) => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => undefined)
    onConnection(socket)
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, "close")
    },
  }
}
