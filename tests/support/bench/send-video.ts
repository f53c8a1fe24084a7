import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { request } from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import type { Submitted } from "@/lib/reporter"
import { videoBytes } from "./bytes"

type Upload = Submitted["uploads"][number]

/** Sends a video by the upload's form, as a browser does, and waits for the store to have it. */
export const sendVideo = async (upload: Upload, sizeBytes: number) => {
  const boundary = randomUUID()
  const part = (name: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`
  const fields = Object.entries(upload.fields).map(([name, value]) => `${part(name)}\r\n\r\n${value}\r\n`)
  const head = Buffer.from(`${fields.join("")}${part("file")}; filename="video.mp4"\r\n\r\n`)
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  const sending = request(upload.url, {
    method: "POST",
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "content-length": head.length + sizeBytes + tail.length,
    },
  })
  const answered = once(sending, "response")
  sending.write(head)
  for (const bytes of videoBytes(sizeBytes)) if (!sending.write(bytes)) await once(sending, "drain")
  sending.end(tail)
  const [response] = await answered
  response.resume()
  if (response.statusCode !== 201) throw new Error(`The store answered ${response.statusCode}`)
}

/** Looks by the receipt, as its reporter does, until the file is verified. */
export const untilVerified = async (siteUrl: string, { number, code }: Submitted["receipt"]) => {
  for (;;) {
    const response = await fetch(`${siteUrl}/api/v1/receipts/lookup`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ number, code }),
    })
    const { evidence } = (await response.json()) as { evidence: { state: string; rejection?: string }[] }
    const [file] = evidence
    if (file?.state === "verified") return
    if (file?.state !== "announced") throw new Error(`The file was ${file?.state}: ${file?.rejection}`)
    await pause(50)
  }
}
