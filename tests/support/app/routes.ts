import { globSync } from "node:fs"
import { resolve } from "node:path"

type Params = Record<string, string>
type Handler = (request: Request, given: { params: Promise<Params> }) => Promise<Response>
export type Handlers = Readonly<Partial<Record<string, Handler>>>

/** Every route of the app by its address as its folders name it, e.g. `/[locale]/report/[step]`. */
const files = new Map(
  globSync("app/**/route.{ts,tsx}")
    // Next answers nothing from a folder of this kind.
    .filter((path) => !path.includes("/_"))
    .map((path) => [
      path
        .slice("app".length)
        .replace(/\/route\.tsx?$/, "")
        .replaceAll(/\/\([^/]*\)/g, ""),
      path,
    ]),
)

export const routeAddresses = [...files.keys()].toSorted()

/** What a route exports: its handlers by their methods. */
export const handlersAt = async (address: string): Promise<Handlers> =>
  import(resolve(files.get(address) ?? `app${address}/route.ts`))

/** The methods that a route says it has, e.g. `GET`; none of one that says nothing. */
export const methodsAt = async (address: string): Promise<readonly string[]> => {
  const { OPTIONS } = await handlersAt(address)
  const asked = await OPTIONS?.(new Request("http://localhost:3000/", { method: "OPTIONS" }), {
    params: Promise.resolve({}),
  })
  return asked?.headers.get("allow")?.split(", ") ?? []
}

const expressionOf = (address: string) =>
  new RegExp(
    `^${address
      .replaceAll(".", "\\.")
      .replaceAll(/\[(?:\\\.){3}(\w+)\]/g, "(?<$1>.+)")
      .replaceAll(/\[(\w+)\]/g, "(?<$1>[^/]+)")}$`,
  )

/** A part that takes the whole rest of a path counts as more than any number of others. */
const dynamicParts = (address: string) => address.split("[").length + (address.includes("[...") ? 100 : 0)

/** The route that answers a path: the one with the fewest parts that could be anything. */
export const routeOf = async (path: string) => {
  const { pathname } = new URL(path, "http://localhost")
  const [address] = routeAddresses
    .filter((one) => expressionOf(one).test(pathname))
    .sort((a, b) => dynamicParts(a) - dynamicParts(b))
  if (address === undefined) throw new Error(`No route answers ${pathname}`)
  const params: Params = { ...expressionOf(address).exec(pathname)?.groups }
  return { address, params, handlers: await handlersAt(address) }
}
