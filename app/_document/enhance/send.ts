import type { PartUpload, Upload } from "@/lib/evidence"
import { newMeter, type Progress } from "./meter"

/** The store's own word for why it refused; without one the connection broke, and another try may do. */
export class NotSent extends Error {
  readonly code: string | undefined
  constructor(code?: string) {
    super(code ?? "connection")
    this.code = code
  }
}

const codeIn = (answer: string) => /<Code>(\w+)<\/Code>/.exec(answer)?.[1]

type Sending = {
  readonly url: string
  readonly method: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: FormData | Blob
  readonly signal?: AbortSignal
}

/** `fetch` tells nothing of what was sent so far, so it is XMLHttpRequest. */
const transmit = ({ url, method, headers = {}, body, signal }: Sending, tell: (sentBytes: number) => void) =>
  new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => tell(loaded)
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new NotSent(codeIn(request.responseText)))
    request.onerror = () => reject(new NotSent())
    request.onabort = () => reject(new NotSent())
    signal?.addEventListener("abort", () => request.abort(), { once: true })
    request.send(body)
  })

/** Sends a file to the store as a form does. */
const send = (upload: Upload, file: File, tell: (progress: Progress) => void): Promise<void> => {
  const body = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) body.append(name, value)
  body.append("file", file)
  const meter = newMeter(file.size)
  return transmit({ url: upload.url, method: "POST", body }, (sentBytes) =>
    tell(meter(Math.min(sentBytes, file.size))),
  )
}

/** Two more tries, a little later each. */
export const sendPatiently: typeof send = async (upload, file, tell) => {
  for (const pauseMs of [1_000, 4_000]) {
    try {
      return await send(upload, file, tell)
    } catch (error) {
      if (error instanceof NotSent && error.code) throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  return send(upload, file, tell)
}

/** Its type would be a header that nobody signed. */
export const sendPart = (
  { url, method, headers }: PartUpload,
  part: Blob,
  signal: AbortSignal,
  tell: (sentBytes: number) => void,
) => transmit({ url, method, headers, body: part.slice(0, part.size, ""), signal }, tell)
