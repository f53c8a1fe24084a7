import { S3Error } from "../protocol/errors"
import type { Store } from "./store"

export type CorsRule = {
  readonly allowedOrigins: readonly string[]
  readonly allowedMethods: readonly string[]
  readonly allowedHeaders: readonly string[]
  readonly exposeHeaders: readonly string[]
  readonly maxAgeSeconds?: number
}

/** As on S3, Object Lock comes with versions: what is locked is a version, and nothing overwrites it. */
export type Bucket = {
  readonly name: string
  readonly objectLock: boolean
  readonly cors?: readonly CorsRule[]
}

export const findBucket = ({ database }: Store, name: string): Bucket | undefined => {
  const row = database.prepare("SELECT objectLock, cors FROM buckets WHERE name = ?").get(name)
  if (!row) return undefined
  const cors = row.cors === null ? {} : { cors: JSON.parse(String(row.cors)) as CorsRule[] }
  return { name, objectLock: row.objectLock === 1, ...cors }
}

/** @throws S3Error NoSuchBucket */
export const getBucket = (store: Store, name: string): Bucket => {
  const found = findBucket(store, name)
  if (!found) throw new S3Error("NoSuchBucket")
  return found
}

export const addBucket = ({ database }: Store, name: string, objectLock: boolean): void => {
  database.prepare("INSERT INTO buckets (name, objectLock) VALUES (?, ?)").run(name, objectLock ? 1 : 0)
}

export const setCors = ({ database }: Store, name: string, rules: readonly CorsRule[]): void => {
  database.prepare("UPDATE buckets SET cors = ? WHERE name = ?").run(JSON.stringify(rules), name)
}
