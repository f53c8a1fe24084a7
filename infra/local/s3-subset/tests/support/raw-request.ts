import { createHash, createHmac } from "node:crypto"
import { once } from "node:events"
import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http"
import { buffer } from "node:stream/consumers"
import type { Endpoint } from "./endpoint"

/** A second, independent implementation of AWS Signature Version 4, for requests that the SDK never sends. */
export type RawRequest = {
  readonly method: string
  readonly path: string
  readonly payload?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent, but left out of the signature. */
  readonly unsigned?: Readonly<Record<string, string>>
  readonly at?: Date
  readonly region?: string
}

export type Signed = {
  readonly headers: Readonly<Record<string, string>>
  readonly signature: string
  readonly key: Buffer
  readonly scope: string
  readonly date: string
}

export const sha256Hex = (data: string | Buffer) => createHash("sha256").update(data).digest("hex")

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest()

export const sign = (endpoint: Pick<Endpoint, "url" | "region" | "credentials">, raw: RawRequest): Signed => {
  const { credentials } = endpoint
  const region = raw.region ?? endpoint.region
  const date = (raw.at ?? new Date()).toISOString().replace(/[-:]|\.\d+/g, "")
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`
  const payload = raw.payload ?? "UNSIGNED-PAYLOAD"
  const headers: Record<string, string> = {
    ...raw.headers,
    host: new URL(endpoint.url).host,
    "x-amz-content-sha256": payload,
    "x-amz-date": date,
  }
  const names = Object.keys(headers).sort()
  // Spaces in a row are signed as one.
  const lines = names.map((name) => `${name}:${headers[name]?.replaceAll(/ +/g, " ")}\n`).join("")
  const [path, query = ""] = raw.path.split("?")
  const canonical = [raw.method, path, query, lines, names.join(";"), payload].join("\n")
  const key = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`) as Buffer
  const signature = hmac(key, ["AWS4-HMAC-SHA256", date, scope, sha256Hex(canonical)].join("\n")).toString(
    "hex",
  )
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`
  return { headers: { ...headers, ...raw.unsigned, authorization }, signature, key, scope, date }
}

export type RawAnswer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Answers, as a browser does, only after the whole body was sent. */
export const sendSigned = async (
  endpoint: Endpoint,
  { method, path }: Pick<RawRequest, "method" | "path">,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = "",
): Promise<RawAnswer> => {
  const { hostname: host, port } = new URL(endpoint.url)
  const all = { "content-length": Buffer.byteLength(body), ...headers }
  const sending = request({ host, port, method, path, headers: all })
  const sent = once(sending, "finish")
  const answered = once(sending, "response") as Promise<[IncomingMessage]>
  sending.end(body)
  const [response] = await answered
  const text = await buffer(response)
  await sent
  return { status: response.statusCode ?? 0, headers: response.headers, body: text.toString("utf8") }
}

export const sendRaw = (endpoint: Endpoint, raw: RawRequest, body?: string | Buffer) =>
  sendSigned(endpoint, raw, sign(endpoint, raw).headers, body)

/** Frames a body as `aws-chunked`, each chunk signed after the one before it. */
export const signedChunks = (
  signed: Signed,
  chunks: readonly string[],
  trailer?: readonly [name: string, value: string],
) => {
  let previous = signed.signature
  const next = (kind: string, digests: readonly string[]) => {
    const text = [`AWS4-HMAC-SHA256-${kind}`, signed.date, signed.scope, previous, ...digests].join("\n")
    previous = hmac(signed.key, text).toString("hex")
    return previous
  }
  const framed = [...chunks, ""].map((chunk) => {
    const head = `${Buffer.byteLength(chunk).toString(16)};chunk-signature=${next("PAYLOAD", [sha256Hex(""), sha256Hex(chunk)])}`
    return chunk === "" ? `${head}\r\n` : `${head}\r\n${chunk}\r\n`
  })
  if (!trailer) return `${framed.join("")}\r\n`
  const line = trailer.join(":")
  return `${framed.join("")}${line}\r\nx-amz-trailer-signature:${next("TRAILER", [sha256Hex(`${line}\n`)])}\r\n\r\n`
}
