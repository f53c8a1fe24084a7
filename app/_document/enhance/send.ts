import type { Upload } from "@/lib/evidence"

export type Progress = { readonly percent: number; readonly megabytesPerSecond: number }

/** The store's own word for why it refused; without one the connection broke, and another try may do. */
export class NotSent extends Error {
  readonly code: string | undefined
  constructor(code?: string) {
    super(code ?? "connection")
    this.code = code
  }
}

const codeIn = (answer: string) => /<Code>(\w+)<\/Code>/.exec(answer)?.[1]

/** Sends a file to the store as a form does. `fetch` tells nothing of what was sent so far, so it is XMLHttpRequest. */
export const send = (upload: Upload, file: File, tell: (progress: Progress) => void): Promise<void> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append("file", file)
  const startedMs = performance.now()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open("POST", upload.url)
    request.upload.onprogress = ({ loaded, total }) => {
      const seconds = Math.max(0.001, (performance.now() - startedMs) / 1000)
      tell({ percent: Math.floor((100 * loaded) / total), megabytesPerSecond: loaded / 1e6 / seconds })
    }
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new NotSent(codeIn(request.responseText)))
    request.onerror = () => reject(new NotSent())
    request.send(form)
  })
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
