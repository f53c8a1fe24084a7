import { createServer } from "node:net"

const listen = (port: number) =>
  new Promise<number | undefined>((resolve, reject) => {
    const server = createServer()
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(undefined) : reject(error),
    )
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      const address = server.address()
      const found = typeof address === "object" && address ? address.port : undefined
      server.close(() => resolve(found))
    })
  })

export const isFree = async (port: number) => (await listen(port)) !== undefined

export const freePort = async () => {
  const port = await listen(0)
  if (port === undefined) throw new Error("No free port on 127.0.0.1")
  return port
}

/** The first of `count` free ports in a row. */
export const freePorts = async (count: number): Promise<number> => {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 12_000)
    const free = await Promise.all(Array.from({ length: count }, (_, at) => isFree(first + at)))
    if (free.every(Boolean)) return first
  }
}
