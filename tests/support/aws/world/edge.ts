// Stands for CloudFront and its two edge functions: assets from the bucket, all else to the site's function.
import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import path from "node:path"
import { buffer } from "node:stream/consumers"
import { root } from "@/tests/support/aws/build/layout"
import type { RunningFunction } from "./start-function"

/** Of the visitor whom CloudFront names to the site. */
export const viewerAddress = "203.0.113.7"

/** A request may say which of the site's processes is to answer. */
export const processHeader = "x-test-process"

const assets = path.join(root, ".open-next/assets")
const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
}

type Answer = {
  readonly statusCode: number
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly body?: string
  readonly isBase64Encoded?: boolean
}

/** The event by which a function URL tells of a request, in payload format 2.0. */
const eventOf = async (request: IncomingMessage) => {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost")
  const sent = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value ?? ""].flat().join(",")]),
  )
  const { authorization, [processHeader]: _, ...headers } = sent
  const body = await buffer(request)
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: pathname,
    rawQueryString: search.slice(1),
    cookies: headers.cookie?.split("; "),
    headers: {
      ...headers,
      "x-forwarded-host": headers.host,
      "x-portal-viewer": viewerAddress,
      "x-portal-variant": headers.accept?.includes("text/csv") ? "csv" : "any",
      ...(authorization ? { "x-viewer-authorization": authorization } : {}),
    },
    requestContext: {
      http: { method: request.method, path: pathname, protocol: "HTTP/1.1", sourceIp: viewerAddress },
      requestId: "test",
      timeEpoch: Date.now(),
    },
    body: body.length > 0 ? body.toString("base64") : undefined,
    isBase64Encoded: body.length > 0,
  }
}

const isAsset = async (pathname: string) =>
  path.extname(pathname) !== "" && (await stat(path.join(assets, pathname)).catch(() => undefined))?.isFile()

const answer = (response: ServerResponse, { statusCode, headers = {}, cookies = [], ...rest }: Answer) => {
  response.writeHead(statusCode, { ...headers, "set-cookie": [...cookies] })
  response.end(Buffer.from(rest.body ?? "", rest.isBase64Encoded ? "base64" : "utf8"))
}

/** Serves the site's processes in turn, so that no two requests of a visit need to meet the same one. */
export const startEdge = async (port: number, sites: readonly RunningFunction[]) => {
  let turn = 0
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost")
    if (await isAsset(pathname)) {
      response.writeHead(200, { "content-type": types[path.extname(pathname)] ?? "application/octet-stream" })
      return createReadStream(path.join(assets, pathname)).pipe(response)
    }
    const wanted = request.headers[processHeader]
    const site = sites[wanted === undefined ? turn++ % sites.length : Number(wanted)]
    try {
      answer(response, (await site?.invoke(await eventOf(request))) as Answer)
    } catch (error) {
      response.writeHead(502).end(String(error))
    }
  })
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  return { close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) }
}
