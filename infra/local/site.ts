// The built site behind what stands for CloudFront here: compression. Next's own passes over route handlers, whose
// content type it hands to Node as a list (next.js #98007).
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import compression from "compression"
import next from "next"
import { tellOwnAddress } from "./own-address"

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

server
  .on("request", (request, response) => {
    tellOwnAddress(request)
    compress(request, response, () => void answer(request, response))
  })
  .listen(port, hostname)

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close(() => process.exit(0)))
