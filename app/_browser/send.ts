import type { PartUpload, Upload } from "@/lib/evidence"
import { readable } from "./hash"
import { newMeter, type Progress } from "./meter"
import { waitForConnection } from "./retry"

/** The store's own word for why it refused; without one the connection broke, and another try may do. */
export class NotSent extends Error {
  readonly code: string | undefined
  constructor(code?: string) {
    super(code ?? "connection")
    this.code = code
  }
}

const errorCodeIn = (xml: string) => /<Code>(\w+)<\/Code>/.exec(xml)?.[1]

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
      request.status < 300 ? resolve() : reject(new NotSent(errorCodeIn(request.responseText)))
    request.onerror = () => reject(new NotSent())
    request.onabort = () => reject(new NotSent())
    signal?.addEventListener("abort", () => request.abort(), { once: true })
    request.send(body)
  })

type Form = {
  readonly upload: Upload
  readonly file: File
  readonly tell: (progress: Progress) => void
  /** The line is lost for now. */
  readonly waiting: () => void
  readonly signal: AbortSignal
}

/** Sends a file to the store as a form does, from its beginning each time the line breaks. @throws {NotSent} */
export const sendForm = async ({ upload, file, tell, waiting, signal }: Form): Promise<void> => {
  const body = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) body.append(name, value)
  body.append("file", file)
  for (let tries = 0; ; tries++) {
    const meter = newMeter(file.size)
    const heard = (sentBytes: number) => tell(meter(Math.min(sentBytes, file.size)))
    try {
      return await transmit({ url: upload.url, method: "POST", body, signal }, heard)
    } catch (error) {
      if (signal.aborted || (error instanceof NotSent && error.code)) throw error
      await readable(file)
      waiting()
      await waitForConnection(tries)
    }
  }
}

/** Its type would be a header that nobody signed. */
export const sendPart = (
  { url, method, headers }: PartUpload,
  part: Blob,
  signal: AbortSignal,
  tell: (sentBytes: number) => void,
) => transmit({ url, method, headers, body: part.slice(0, part.size, ""), signal }, tell)
