import { createHash } from "node:crypto"
import { fileTypeFromBuffer } from "file-type"
import { findObject } from "@/lib/store/objects/read"
import type { Finding } from "./judge"

const sniffedBytes = 4_100

/** Reads an object once, whole, in constant memory. Undefined when there is none. */
export const readObject = async (
  key: string,
): Promise<(Omit<Finding, "name"> & { readonly eTag: string }) | undefined> => {
  const object = await findObject(key)
  if (!object) return undefined
  const hash = createHash("sha256")
  const first: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of object.body as AsyncIterable<Buffer>) {
    hash.update(chunk)
    if (sizeBytes < sniffedBytes) first.push(chunk.subarray(0, sniffedBytes - sizeBytes))
    sizeBytes += chunk.length
  }
  const start = Buffer.concat(first)
  return {
    sizeBytes,
    sha256: hash.digest("hex"),
    sniffedType: (await fileTypeFromBuffer(start))?.mime,
    looksLikeText: isText(start),
    eTag: object.eTag,
  }
}

const isText = (start: Buffer) => {
  // The cut may fall inside a character: `stream` forgives that, and nothing else.
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(start, { stream: true })
    return ![...text].some((character) => character < " " && !"\t\n\r\f".includes(character))
  } catch {
    return false
  }
}
