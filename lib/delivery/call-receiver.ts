import { lookup } from "node:dns/promises"
import http, { type IncomingMessage, type RequestOptions } from "node:http"
import https from "node:https"
import { isIP } from "node:net"
import { setting } from "@/lib/kernel/config"
import { isLoopbackAddress, isPublicAddress } from "@/lib/kernel/public-address"
import { plainText } from "@/lib/kernel/text"
import type { Answer } from "@/lib/outbox"

/** For one try in all: name, connection, request and answer, however slowly they come. */
const tryMsMax = 10_000
const answerBytesMax = 16 * 1024
const answerKept = 1_000

export type Call = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Resolve = (hostname: string) => Promise<readonly string[]>

const resolveByName: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address)

class NotCalled extends Error {}

/**
 * Posts to an address that somebody else chose. Nothing that is there can make the portal call a machine that is not
 * on the internet, wait or read without end, or follow it elsewhere: the name is resolved once, every address it
 * stands for is judged, and the connection goes to the first of them and to nothing else.
 * @throws never; what went wrong is in the answer
 */
export const callReceiver = async (
  call: Call,
  { resolve = resolveByName, msMax = tryMsMax }: { resolve?: Resolve; msMax?: number } = {},
): Promise<Answer> => {
  const ending = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      ending.abort()
      reject(new NotCalled("timeout"))
    }, msMax)
  })
  try {
    return await Promise.race([post(call, resolve, ending.signal), late])
  } catch (error) {
    return { error: wordOf(error) }
  } finally {
    clearTimeout(timer)
    ending.abort()
  }
}

const wordOf = (error: unknown): string => {
  if (error instanceof NotCalled) return error.message
  const code = error instanceof Error && "code" in error ? error.code : undefined
  return typeof code === "string" ? code : "failed"
}

const post = async ({ url: text, headers, body }: Call, resolve: Resolve, signal: AbortSignal) => {
  const url = new URL(text)
  const hostname = url.hostname.replaceAll(/[[\]]/g, "")
  const address = await addressOf(hostname, url.protocol, resolve)
  const payload = Buffer.from(body)
  const options: RequestOptions & https.RequestOptions = {
    method: "POST",
    // The address, so that nothing is resolved again; the name where it is shown and where TLS holds it against.
    host: address,
    servername: isIP(hostname) ? "" : hostname,
    port: url.port || (url.protocol === "https:" ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    headers: {
      ...headers,
      host: url.host,
      "content-length": payload.length,
      "accept-encoding": "identity",
      connection: "close",
    },
    agent: false,
    signal,
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
  }
  return exchange(url.protocol === "https:" ? https.request(options) : http.request(options), payload)
}

const addressOf = async (hostname: string, protocol: string, resolve: Resolve): Promise<string> => {
  const addresses = isIP(hostname) ? [hostname] : await resolve(hostname)
  const [first] = addresses
  if (!first) throw new NotCalled("ENOTFOUND")
  const isOwnMachine = setting("WEBHOOK_LOOPBACK") === "allow" && addresses.every(isLoopbackAddress)
  if (!isOwnMachine && !addresses.every(isPublicAddress)) throw new NotCalled("address-not-public")
  if (!isOwnMachine && protocol !== "https:") throw new NotCalled("not-https")
  return first
}

const exchange = (request: http.ClientRequest, payload: Buffer) =>
  new Promise<Answer>((done, failed) => {
    let isAnswered = false
    // An answer that comes before the request is read is one all the same.
    request.on("error", (error) => isAnswered || failed(error))
    request.on("close", () => isAnswered || failed(new NotCalled("closed")))
    request.on("upgrade", (response, socket) => {
      socket.destroy()
      done({ status: response.statusCode })
    })
    request.on("response", (response) => {
      isAnswered = true
      const { statusCode: status, headers } = response
      const retryAfterSeconds = secondsIn(headers["retry-after"])
      // The status has come: a body that breaks off, drips or never ends takes nothing of it back.
      const end = (text: string) =>
        done({ status, text, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) })
      readSome(response, end)
    })
    request.end(payload)
  })

const secondsIn = (header: string | undefined) =>
  /^\d{1,6}$/.test(header ?? "") ? Number(header) : undefined

const bodyMsMax = 3_000

const readSome = (response: IncomingMessage, end: (text: string) => void) => {
  const chunks: Buffer[] = []
  let size = 0
  const over = () => {
    clearTimeout(timer)
    end(shortText(Buffer.concat(chunks)))
    response.destroy()
  }
  const timer = setTimeout(over, bodyMsMax)
  response.on("data", (chunk: Buffer) => {
    chunks.push(chunk.subarray(0, answerBytesMax - size))
    size += chunk.length
    if (size >= answerBytesMax) over()
  })
  response.on("end", over)
  response.on("error", over)
  response.on("close", over)
}

/** As much of an answer as helps whoever mends the receiver; of what is no text, what can be read of it. */
const shortText = (bytes: Buffer) =>
  plainText(bytes.toString("utf8").toWellFormed()).slice(0, answerKept).toWellFormed()
