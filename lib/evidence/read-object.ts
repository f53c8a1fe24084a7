import { createHash } from "node:crypto"
import { findObject } from "@/lib/store/objects/read"
import type { Finding } from "./judge"
import { findType, lookedAtBytes } from "./type/find-type"

/** Reads an object once, whole, in constant memory. Undefined when there is none. */
export const readObject = async (key: string): Promise<(Finding & { readonly eTag: string }) | undefined> => {
  const object = await findObject(key)
  if (!object) return undefined
  const hash = createHash("sha256")
  const first: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of object.body as AsyncIterable<Buffer>) {
    hash.update(chunk)
    if (sizeBytes < lookedAtBytes) first.push(chunk.subarray(0, lookedAtBytes - sizeBytes))
    sizeBytes += chunk.length
  }
  const type = await findType(Buffer.concat(first))
  return { sizeBytes, sha256: hash.digest("hex"), type, eTag: object.eTag }
}
