import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import type { BuildRequest } from "./build-handler"
import type { Build } from "./graph"
import type { Way } from "./way"

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString("utf8")
}

const bootstrap = {
  asset: "sst-asset",
  state: "sst-state",
  assetEcrRegistryId: "",
  assetEcrUrl: "",
  appsyncHttp: "",
  appsyncRealtime: "",
}

/**
 * Stands in for SST's command line, which the components call over loopback to bundle functions.
 * A handler that cannot be bundled is noted, and the program goes on, so that one of them does not hide the rest.
 */
export const startCommandLine = async (bundle: Way["bundle"], builds: Build[]) => {
  const handle = async (method: string, request: BuildRequest) => {
    if (method === "Provider.Aws.Bootstrap") return bootstrap
    if (method !== "Runtime.Build") throw new Error(`SST's command line was asked for ${method}`)
    const { out, entry, ...build } = await bundle(request)
    builds.push(build)
    return { handler: entry, out, errors: [], sourcemaps: [] }
  }
  const server = createServer(async (request, response) => {
    // On a busy machine a connection that was kept might end just as the next question is sent on it.
    response.setHeader("connection", "close")
    try {
      const { method, params } = JSON.parse(await bodyOf(request))
      response.end(JSON.stringify({ result: await handle(method, params[0]) }))
    } catch (error) {
      response.end(JSON.stringify({ error: String(error) }))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  // Only a question in flight may keep the process alive: its end is how the evaluation ends.
  server.unref()
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
