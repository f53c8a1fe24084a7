import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"

export type Hashing =
  | { readonly readBytes: number }
  | { readonly sha256: string }
  | { readonly isUnreadable: true }

const blockBytes = 4 * 1024 ** 2

const tell = (message: Hashing) => postMessage(message)

/** The SHA-256 of a file of any size, block by block, beside the page. */
addEventListener("message", async ({ data: file }: MessageEvent<File>) => {
  const sum = sha256.create()
  try {
    for (let at = 0; at < file.size; at += blockBytes) {
      sum.update(new Uint8Array(await file.slice(at, at + blockBytes).arrayBuffer()))
      tell({ readBytes: Math.min(at + blockBytes, file.size) })
    }
    tell({ sha256: bytesToHex(sum.digest()) })
  } catch {
    tell({ isUnreadable: true })
  }
})
