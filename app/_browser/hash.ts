import type { Hashing } from "./hash-worker"

/** Up to here the browser's own hash, which wants all bytes at once, is the quicker way. */
const atOnceBytesMax = 16 * 1024 ** 2

/** The file is gone, or it changed since it was chosen. */
export class Unreadable extends Error {}

/** A file that went away meanwhile fails to be sent just as over a broken line. @throws {Unreadable} */
export const readable = (blob: Blob) =>
  blob
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => {
      throw new Unreadable()
    })

/** In hex; undefined where the browser does not offer it. */
export const sha256Of = async (blob: Blob): Promise<string | undefined> => {
  if (!globalThis.crypto?.subtle) return undefined
  const bytes = await blob.arrayBuffer().catch(() => {
    throw new Unreadable()
  })
  const digest = await crypto.subtle.digest("SHA-256", bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

/**
 * The SHA-256 of a whole file in hex, undefined where a browser cannot tell it: the store then checks the size alone.
 * @param tell how much of it is read, in percent
 * @throws the signal's reason, once it is aborted
 */
export const hashOf = (file: File, worker: string, tell: (percent: number) => void, signal: AbortSignal) =>
  file.size <= atOnceBytesMax ? sha256Of(file) : hashBeside(file, worker, tell, signal)

/** So long a block may take to be read. A worker that says nothing for longer is not there. */
const silentMsMax = 30_000

const workerAt = (url: string): Worker | undefined => {
  try {
    return new Worker(url, { type: "module" })
  } catch {
    return undefined
  }
}

const hashBeside = (file: File, url: string, tell: (percent: number) => void, signal: AbortSignal) => {
  const worker = workerAt(url)
  if (!worker) return Promise.resolve(undefined)
  let silence: ReturnType<typeof setTimeout> | undefined
  return new Promise<string | undefined>((resolve, reject) => {
    const wait = () => {
      clearTimeout(silence)
      silence = setTimeout(() => resolve(undefined), silentMsMax)
    }
    wait()
    signal.addEventListener("abort", () => reject(signal.reason), { once: true })
    worker.onerror = () => resolve(undefined)
    worker.onmessage = ({ data }: MessageEvent<Hashing>) => {
      wait()
      if ("readBytes" in data) tell(Math.floor((100 * data.readBytes) / file.size))
      else if ("sha256" in data) resolve(data.sha256)
      else reject(new Unreadable())
    }
    worker.postMessage(file)
  }).finally(() => {
    clearTimeout(silence)
    worker.terminate()
  })
}
