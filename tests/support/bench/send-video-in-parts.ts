import { createHash } from "node:crypto"
import type { Submitted } from "@/lib/reporter"
import { videoBytes } from "./bytes"

type Upload = Submitted["uploads"][number]
type Permit = { readonly number: number; readonly url: string; readonly headers: Record<string, string> }

const lanes = 3

/** The video's bytes in pieces of a part's size. */
function* partsOf(sizeBytes: number, partBytes: number): Generator<Buffer<ArrayBuffer>> {
  let piece: Buffer[] = []
  let pieceBytes = 0
  for (const bytes of videoBytes(sizeBytes)) {
    piece.push(bytes)
    pieceBytes += bytes.length
    if (pieceBytes < partBytes) continue
    yield Buffer.concat(piece)
    piece = []
    pieceBytes = 0
  }
  if (pieceBytes > 0) yield Buffer.concat(piece)
}

/** Sends a video in parts, three at a time, as the module of the page of files does, and has it joined. */
export const sendVideoInParts = async (
  siteUrl: string,
  { tipId, receipt: { number, code } }: Submitted,
  { evidenceId, parts }: Upload,
  sizeBytes: number,
) => {
  if (!parts) throw new Error("No parts were offered")
  const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${siteUrl}/api/v1/tips/${tipId}/evidence/${evidenceId}/${path}`, {
      method: "POST",
      headers: { authorization: `Receipt ${number}:${code}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  const pieces = partsOf(sizeBytes, parts.sizeBytes)
  let last = 0
  const lane = async () => {
    for (;;) {
      const { value: bytes } = pieces.next()
      if (!bytes) return
      last += 1
      const stated = { number: last, sha256: createHash("sha256").update(bytes).digest("hex") }
      const [permit] = (await ask<{ parts: Permit[] }>("parts", { parts: [stated] })).parts
      if (!permit) throw new Error("No permission was given")
      const response = await fetch(permit.url, { method: "PUT", headers: permit.headers, body: bytes })
      if (!response.ok) throw new Error(`The store answered ${response.status} to part ${stated.number}`)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  await ask("complete")
}
