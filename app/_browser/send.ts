import type { PartUpload, Upload } from "@/lib/evidence"
import { readable } from "./hash"
import { newMeter, type Progress } from "./meter"
import { requireStore, waitForConnection } from "./retry"

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
  /** Asks the portal for another permission to send the same file. */
  readonly renew: () => Promise<Upload>
  readonly file: File
  readonly tell: (progress: Progress) => void
  /** The line is lost for now. */
  readonly waiting: () => void
  readonly signal: AbortSignal
}

/** What the store says of a permission that has ended, by its own time or with the session that signed it. */
const endedPermission = new Set(["AccessDenied", "ExpiredToken", "InvalidToken"])
/** How often a permission may have ended before the first byte of one file, until it is no accident any more. */
const renewalsMax = 4

const bodyOf = ({ fields }: Upload, file: File) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append("file", file)
  return body
}

/**
 * Sends a file to the store as a form does, from its beginning each time the line breaks, and by another permission
 * when the first has ended.
 * @returns the upload by which it was sent
 * @throws {NotSent} {Unreachable}
 */
export const sendForm = async ({
  upload: first,
  renew,
  file,
  tell,
  waiting,
  signal,
}: Form): Promise<Upload> => {
  let upload = first
  let renewals = 0
  let silentTries = 0
  for (let tries = 0; ; tries++) {
    const meter = newMeter(file.size)
    silentTries += 1
    const heard = (sentBytes: number) => {
      if (sentBytes > 0) silentTries = 0
      tell(meter(Math.min(sentBytes, file.size)))
    }
    try {
      await transmit({ url: upload.url, method: "POST", body: bodyOf(upload, file), signal }, heard)
      return upload
    } catch (error) {
      if (signal.aborted) throw error
      const code = error instanceof NotSent ? error.code : undefined
      if (code && endedPermission.has(code) && renewals++ < renewalsMax) {
        upload = await renew()
        continue
      }
      if (code) throw error
      await readable(file)
      await requireStore(silentTries)
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
