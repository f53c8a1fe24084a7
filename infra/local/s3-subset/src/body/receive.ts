import { S3Error } from "../errors"
import type { Blobs } from "../store/blobs"
import { parseXml } from "../xml"
import type { Body } from "./body"
import { type Digests, verified } from "./verified"

export type Received = Digests & { readonly blob: string }

const documentBytesMax = 2 * 1024 * 1024

/** Stores a body whole and on the disk, or not at all. Until a record names the blob, it belongs to nobody. */
export const receive = async (blobs: Blobs, body: Body): Promise<Received> => {
  const kept: Digests[] = []
  const blob = await blobs.write(verified(body, (digests) => kept.push(digests)))
  const [digests] = kept
  if (!digests) throw new Error("a body ended without its digests")
  return { ...digests, blob }
}

/** A small XML body, read whole. */
export const receiveXml = async (body: Body, root: string): Promise<unknown> => {
  const chunks: Buffer[] = []
  for await (const chunk of verified({ ...body, sizeBytesMax: documentBytesMax }, () => {}))
    chunks.push(chunk)
  if (chunks.length === 0) throw new S3Error("MalformedXML")
  return parseXml(Buffer.concat(chunks).toString("utf8"), root)
}
