import { createHash, randomBytes, randomUUID } from "node:crypto"
import type { Submitted } from "@/lib/reporter"
import { persist } from "./persist"

type SentFile = { readonly evidenceId: string; readonly sha256: string }

/** What the portal said that it has, by a 201 that was seen. */
export type AcknowledgedTip = {
  readonly tipId: string
  readonly number: string
  readonly code: string
  readonly site: string
  readonly description: string
  readonly files: readonly SentFile[]
}

const requestMsMax = 5_000

const postTip = async (siteUrl: string, tip: object, key: string): Promise<Submitted> => {
  const response = await fetch(`${siteUrl}/api/v1/tips`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify(tip),
    signal: AbortSignal.timeout(requestMsMax),
  })
  if (response.status !== 201)
    throw new Error(`a tip was answered ${response.status}: ${await response.text()}`)
  return response.json()
}

const postFile = async (upload: Submitted["uploads"][number], bytes: Buffer<ArrayBuffer>) => {
  const form = new FormData()
  for (const [field, value] of Object.entries(upload.fields)) form.append(field, value)
  form.append("file", new Blob([bytes]), "capture.txt")
  const response = await fetch(upload.url, {
    method: "POST",
    body: form,
    signal: AbortSignal.timeout(requestMsMax),
  })
  if (response.status !== 201)
    throw new Error(`a file was answered ${response.status}: ${await response.text()}`)
}

/** One citizen: sends a tip, and with some of them a file, again and again until each is acknowledged. */
export const sendTip = async (
  siteUrl: string,
  site: string,
  withFile: boolean,
  contact?: string,
): Promise<AcknowledgedTip> => {
  const bytes = Buffer.from(`What the page showed: ${randomBytes(20_000).toString("hex")}`)
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  const description = `The whole film can be watched here without paying. ${randomUUID()}`
  const tip = {
    category: "film-tv",
    targets: [`https://www.${site}/watch/${randomUUID()}`],
    description,
    locale: "en",
    ...(contact === undefined ? {} : { contact }),
    ...(withFile ? { evidence: [{ name: "capture.txt", sizeBytes: bytes.length, sha256 }] } : {}),
  }
  const key = randomUUID()
  const { tipId, receipt, uploads } = await persist(() => postTip(siteUrl, tip, key))
  for (const upload of uploads) await persist(() => postFile(upload, bytes))
  const files = uploads.map(({ evidenceId }) => ({ evidenceId, sha256 }))
  return { tipId, number: receipt.number, code: receipt.code, site, description, files }
}
