// A sender of evidence as the page's module is one, down to single connections, so that each can be cut.
import { createHash } from "node:crypto"
import { once } from "node:events"
import { request } from "node:http"
import type { Submitted } from "@/lib/reporter"
import { persist } from "@/tests/support/crash/persist"

export type Upload = Submitted["uploads"][number]
type Permit = {
  readonly number: number
  readonly url: string
  readonly headers: Record<string, string>
}
type Seen = { readonly evidenceId: string; readonly state: string; readonly sha256?: string }

const requestMsMax = 10_000

export const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

/** Sends half of a body, and leaves the connection as it is. @returns what cuts it */
export const sendHalf = async (url: string, method: string, headers: object, body: Buffer) => {
  const sending = request(url, { method, headers: { ...headers, "content-length": body.length } })
  sending.on("error", () => {})
  sending.write(body.subarray(0, Math.floor(body.length / 2)))
  await Promise.race([once(sending, "drain"), new Promise((resolve) => setTimeout(resolve, 300))])
  return () => sending.destroy()
}

export type Sender = ReturnType<typeof newSender>

/** One file of one report, and all that its reporter can do about it. */
export const newSender = (siteUrl: string, report: Submitted, name: string, bytes: Buffer<ArrayBuffer>) => {
  const { tipId, receipt } = report
  const said = { name, sizeBytes: bytes.length, sha256: sha256Of(bytes) }
  const ask = async (method: string, path: string, body?: object, signal?: AbortSignal) => {
    const response = await fetch(`${siteUrl}/api/v1/tips/${tipId}/evidence${path}`, {
      method,
      headers: {
        authorization: `Receipt ${receipt.number}:${receipt.code}`,
        "content-type": "application/json",
      },
      signal: signal ?? AbortSignal.timeout(requestMsMax),
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (response.status >= 500 || response.status === 429) throw new Error(`${path}: ${response.status}`)
    return { ok: response.ok, json: await response.json() }
  }
  const plan = (upload: Upload) => {
    if (!upload.parts) throw new Error("No parts were offered")
    return upload.parts
  }
  const cut = (upload: Upload, number: number) => {
    const { sizeBytes } = plan(upload)
    return bytes.subarray((number - 1) * sizeBytes, number * sizeBytes)
  }
  const numbersOf = (upload: Upload) => Array.from({ length: plan(upload).count }, (_, at) => at + 1)

  const announce = async (): Promise<Upload> => {
    const { json } = await ask("POST", "", { evidence: [said] })
    return json.uploads[0]
  }
  const permit = async (upload: Upload, numbers: readonly number[]): Promise<Permit[]> => {
    const parts = numbers.map((number) => ({ number, sha256: sha256Of(cut(upload, number)) }))
    return (await ask("POST", `/${upload.evidenceId}/parts`, { parts })).json.parts
  }
  const put = async (upload: Upload, { number, url, headers }: Permit) => {
    const response = await fetch(url, {
      method: "PUT",
      headers,
      body: cut(upload, number),
      signal: AbortSignal.timeout(requestMsMax),
    })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`part ${number}: ${response.status}`)
  }
  const sendParts = async (upload: Upload, numbers: readonly number[]) => {
    if (numbers.length === 0) return
    for (const one of await permit(upload, numbers)) await put(upload, one)
  }
  const missing = async (upload: Upload): Promise<readonly number[]> => {
    const { ok, json } = await ask("GET", `/${upload.evidenceId}/parts`)
    if (!ok) return []
    const stored = new Set(json.stored.map(({ number }: { number: number }) => number))
    return numbersOf(upload).filter((number) => !stored.has(number))
  }
  const complete = (upload: Upload, signal?: AbortSignal) =>
    ask("POST", `/${upload.evidenceId}/complete`, undefined, signal)

  const look = async (): Promise<readonly Seen[]> => {
    const response = await fetch(`${siteUrl}/api/v1/receipts/lookup`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ number: receipt.number, code: receipt.code }),
      signal: AbortSignal.timeout(requestMsMax),
    })
    if (!response.ok) throw new Error(`lookup: ${response.status}`)
    return (await response.json()).evidence
  }

  /** Comes back knowing nothing but the receipt and the file, and does what the page does then. */
  const comeBack = () =>
    persist(async () => {
      if ((await look())[0]?.state === "verified") return
      const upload = await announce()
      await sendParts(upload, await missing(upload))
      if (!(await complete(upload)).ok) throw new Error("It lacks parts")
    })

  return { said, bytes, announce, permit, put, sendParts, numbersOf, cut, complete, look, comeBack }
}
