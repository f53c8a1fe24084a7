// The built site behind what stands for CloudFront here: compression. Next's own passes over route handlers, whose
// content type it hands to Node as a list (next.js #98007).
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import compression from "compression"
import next from "next"
import { tellOwnAddress } from "./environment/own-address"

const hostname = "127.0.0.1"
const port = Number(process.env.PORT)

/** Its types are Express's, while it asks for no more than Node's. */
type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const compress = compression({
  filter: (request, response) => {
    const type = response.getHeader("content-type")
    if (Array.isArray(type)) response.setHeader("content-type", type.join())
    return compression.filter(request, response)
  },
}) as unknown as Middleware

const server = createServer()
const site = next({ dev: process.env.NODE_ENV === "development", hostname, port, httpServer: server })
await site.prepare()
const answer = site.getRequestHandler()

/** CloudFront passes these alone, and Next fails at TRACE. */
const methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]
const refuse = (response: ServerResponse) => {
  response.writeHead(405, {
    allow: methods.join(", "),
    "content-type": "application/problem+json",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  })
  const problem = { type: "urn:sword-net:problem:wrong-method", title: "Method not allowed", status: 405 }
  response.end(JSON.stringify(problem))
}

server
  .on("request", (request, response) => {
    if (!methods.includes(request.method ?? "")) return refuse(response)
    tellOwnAddress(request)
    compress(request, response, () => void answer(request, response))
  })
  .listen(port, hostname)

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close(() => process.exit(0)))
