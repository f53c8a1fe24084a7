import type { Digests } from "../protocol/checksum"
import { S3Error } from "../protocol/errors"
import { parseXml } from "../protocol/xml"
import type { Blobs } from "../store/blobs"
import type { Body } from "./request-body"
import { verifyBody } from "./verify-body"

export type StoredBody = Digests & { readonly blob: string }

const documentBytesMax = 2 * 1024 * 1024

/** Stores a body whole and on the disk, or not at all. The caller has to make a record that references the blob. */
export const storeBody = async (blobs: Blobs, body: Body): Promise<StoredBody> => {
  const computed: Digests[] = []
  const blob = await blobs.write(verifyBody(body, (digests) => computed.push(digests)))
  const [digests] = computed
  if (!digests) throw new Error("a body ended without its digests")
  return { ...digests, blob }
}

/** A small XML body, read whole. @throws S3Error MalformedXML, EntityTooLarge, and those of `verifyBody` */
export const readXmlBody = async (body: Body, root: string): Promise<unknown> => {
  const chunks: Buffer[] = []
  for await (const chunk of verifyBody({ ...body, sizeBytesMax: documentBytesMax }, () => {}))
    chunks.push(chunk)
  if (chunks.length === 0) throw new S3Error("MalformedXML")
  return parseXml(Buffer.concat(chunks).toString("utf8"), root)
}
