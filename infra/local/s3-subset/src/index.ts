/**
 * An S3 server of our own, and the one home-made exception to "use what is kept by others": nothing on npm checks
 * signatures, POST policies, checksums, conditional writes and Object Lock, and keeps what it acknowledged.
 * It does only what the portal asks (routes.ts) and answers 501 to all else.
 */
import { createServer } from "node:http"
import { answerRequest } from "./server"
import type { Authority } from "./signature/key"
import { openStore } from "./store/store"

export type S3Options = Authority & {
  readonly dataDir: string
  readonly host?: string
  /** 0 takes a free one; the answered `url` names it. */
  readonly port: number
}

export type S3Server = { readonly url: string; close(): Promise<void> }

const closeMsMax = 5_000

/** @throws when the port is taken, or when another process holds `dataDir` */
export const startS3 = async (options: S3Options): Promise<S3Server> => {
  const { dataDir, host = "127.0.0.1", port, region, credentials } = options
  const store = openStore(dataDir, region)
  const answer = answerRequest(store, { region, credentials })
  const running = new Set<Promise<void>>()
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 30_000 }, (req, res) => {
    const done = answer(req, res).finally(() => running.delete(done))
    running.add(done)
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve)
  }).catch((error: unknown) => {
    store.database.close()
    throw error
  })
  const address = server.address()
  const actual = typeof address === "object" && address ? address.port : port

  const close = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    const late = setTimeout(() => server.closeAllConnections(), closeMsMax)
    server.closeIdleConnections()
    await closed
    clearTimeout(late)
    await Promise.all(running)
    store.database.close()
  }
  return { url: `http://${host}:${actual}`, close }
}
