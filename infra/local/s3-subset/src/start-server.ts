import { createServer, type Server } from "node:http"
import { handleRequest } from "./handle-request"
import type { AcceptedCredentials } from "./signature/signing-key"
import { openStore } from "./store/store"

export type S3Options = AcceptedCredentials & {
  readonly dataDir: string
  /** By default 127.0.0.1. */
  readonly host?: string
  /** 0 takes a free one; the server's `url` names it. */
  readonly port: number
}

export type S3Server = { readonly url: string; close(): Promise<void> }

const closeMsMax = 5_000

const listen = (server: Server, port: number, host: string) =>
  new Promise<number>((resolve, reject) => {
    server.once("error", reject).listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === "object" && address ? address.port : port)
    })
  })

/** @throws when the port is taken, or when another process has `dataDir` open */
export const startS3 = async (options: S3Options): Promise<S3Server> => {
  const { dataDir, host = "127.0.0.1", port, region, credentials } = options
  const store = openStore(dataDir, region)
  const handle = handleRequest(store, { region, credentials })
  const running = new Set<Promise<void>>()
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 30_000 }, (req, res) => {
    const done = handle(req, res).finally(() => running.delete(done))
    running.add(done)
  })
  const actualPort = await listen(server, port, host).catch((error: unknown) => {
    store.database.close()
    throw error
  })

  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    const late = setTimeout(() => server.closeAllConnections(), closeMsMax)
    server.closeIdleConnections()
    await closed
    clearTimeout(late)
    await Promise.all(running)
    store.database.close()
  }
  return { url: `http://${host}:${actualPort}`, close }
}
