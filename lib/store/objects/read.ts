import type { Readable } from "node:stream"
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
} from "@aws-sdk/client-s3"
import { DomainError } from "@/lib/kernel/errors"
import { inBucket, objectAt, s3 } from "./client"
import { orFailure } from "./failure"

type StoredObject = {
  /** Holds a connection until it is read to its end or destroyed. */
  readonly body: Readable
  readonly eTag: string
}

/**
 * @param firstBytes to read no more than the beginning
 * @returns undefined when there is no object under this key
 */
export const findObject = async (key: string, firstBytes?: number): Promise<StoredObject | undefined> => {
  const Range = firstBytes === undefined ? undefined : `bytes=0-${firstBytes - 1}`
  const answer = await orFailure(s3.send(new GetObjectCommand({ ...objectAt(key), Range })), "missing")
  // Node's kind of stream, as it is in Node; the SDK's type names the browser's, too.
  return answer === "missing" ? undefined : { body: answer.Body as Readable, eTag: answer.ETag ?? "" }
}

/** @throws {DomainError} not-found */
export const getObject = async (key: string, firstBytes?: number): Promise<StoredObject> => {
  const object = await findObject(key, firstBytes)
  if (!object) throw new DomainError("not-found")
  return object
}

/** The version of the object that lies under a key (`null` in a bucket without versions), undefined where none does. */
export const findVersion = async (key: string): Promise<string | undefined> => {
  const answer = await orFailure(s3.send(new HeadObjectCommand(objectAt(key))), "missing")
  return answer === "missing" ? undefined : (answer.VersionId ?? "null")
}

/** Whether there is an object whose key begins with this prefix. */
export const hasObjects = async (prefix: string): Promise<boolean> => {
  const { KeyCount = 0 } = await s3.send(
    new ListObjectsV2Command({ ...inBucket(), Prefix: prefix, MaxKeys: 1 }),
  )
  return KeyCount > 0
}

type ListedObject = { readonly key: string; readonly storedAt: string }

/** The objects whose keys begin with this prefix. */
export async function* listObjects(prefix: string): AsyncGenerator<ListedObject> {
  const pages = paginateListObjectsV2({ client: s3 }, { ...inBucket(), Prefix: prefix })
  for await (const { Contents = [] } of pages)
    for (const { Key, LastModified } of Contents)
      if (Key && LastModified) yield { key: Key, storedAt: LastModified.toISOString() }
}
