import { createRequire } from "node:module"
import vm from "node:vm"
import type { Graph } from "@/tests/support/infra/evaluate/graph"
import { ofType, only, type Values } from "./find"

type Headers = Record<string, { value: string }>
type Origin = { readonly domainName: string; readonly originAccessControlConfig?: Values }
type Request = { uri: string; method: string; querystring: object; cookies: object; headers: Headers }

export const viewerAddress = "203.0.113.7"

export const edgeCode = (graph: Graph) => String(only(graph, "aws:cloudfront/function:Function").inputs.code)

/** What CloudFront's key-value store holds after a deploy: the routes of the router, the files of the site. */
const stored = (graph: Graph) => {
  const entries = new Map<string, string>()
  for (const { name, inputs } of ofType(graph, "pulumi-nodejs:dynamic:Resource")) {
    if (name.endsWith("KvRoutesUpdate"))
      entries.set(`${inputs.namespace}:routes`, JSON.stringify([inputs.entry]))
    if (!name.endsWith("KvKeys")) continue
    for (const [key, value] of Object.entries(inputs.entries as Record<string, string>))
      entries.set(`${inputs.namespace}:${key}`, value)
  }
  return entries
}

/** Runs the code that CloudFront runs before a request goes on, and says where it went. */
export const throughEdge = async (graph: Graph, uri: string, headers: Readonly<Record<string, string>>) => {
  const entries = stored(graph)
  const origins: Origin[] = []
  const cf = {
    kvs: () => ({
      get: async (key: string) => {
        const value = entries.get(key)
        if (value === undefined) throw new Error(`no key ${key}`)
        return value
      },
    }),
    updateRequestOrigin: (origin: Origin) => origins.push(origin),
  }
  const request: Request = {
    uri,
    method: "GET",
    querystring: {},
    cookies: {},
    headers: Object.fromEntries(
      Object.entries({ host: "portal.example", ...headers }).map(([name, value]) => [name, { value }]),
    ),
  }
  const handler = vm.runInNewContext(
    `${edgeCode(graph).replace('import cf from "cloudfront";', "")}\nhandler`,
    {
      cf,
      require: createRequire(import.meta.url),
    },
  )
  const response: Request = await handler({ request, viewer: { ip: viewerAddress } })
  return { headers: response.headers, origin: origins.at(-1) }
}
