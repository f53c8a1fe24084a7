import { get } from "node:http"
import { brotliDecompressSync, gunzipSync } from "node:zlib"

export type Answer = {
  readonly status: number
  readonly policy: string
  readonly encoding: string
  /** The body as it came over the wire, compressed or not; headers are not counted. */
  readonly bytes: number
  readonly text: string
}

/** Asks as a browser does that takes compression, and counts what comes before it is unpacked. */
export const fetchCounted = (url: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip, deflate, br", accept: "text/html,*/*" } }, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("error", reject)
      response.on("end", () => {
        const body = Buffer.concat(chunks)
        const encoding = response.headers["content-encoding"] ?? "none"
        const plain =
          encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body
        resolve({
          status: response.statusCode ?? 0,
          policy: String(response.headers["content-security-policy"] ?? ""),
          encoding,
          bytes: body.length,
          text: plain.toString("utf8"),
        })
      })
    }).on("error", reject)
  })
