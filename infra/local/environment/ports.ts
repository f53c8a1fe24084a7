import getPort from "get-port"

const host = "127.0.0.1"

export const freePort = (): Promise<number> => getPort({ host })

export const isFree = async (port: number): Promise<boolean> => (await getPort({ host, port })) === port

/** The first of `count` free ports in a row. */
export const freePorts = async (count: number): Promise<number> => {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 12_000)
    const free = await Promise.all(Array.from({ length: count }, (_, at) => isFree(first + at)))
    if (free.every(Boolean)) return first
  }
}
