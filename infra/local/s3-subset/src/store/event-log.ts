import type { Store } from "./store"
import type { Version } from "./version"

export type CreatedBy = "Put" | "Post" | "Copy" | "CompleteMultipartUpload"

export type StoredEvent = { readonly seq: number; readonly record: unknown }

const owner = "LOCAL"

/** As in S3's notifications: a space is `+`, a slash stays. */
const encodeKey = (key: string): string =>
  key
    .split("/")
    .map((part) => new URLSearchParams([["", part]]).toString().slice(1))
    .join("/")

/** One record of an S3 event notification, in AWS's shape. It carries no client's address. */
const recordOf = (region: string, version: Version, createdBy: CreatedBy, requestId: string) => ({
  eventVersion: "2.1",
  eventSource: "aws:s3",
  awsRegion: region,
  eventTime: version.modifiedAt,
  eventName: `ObjectCreated:${createdBy}`,
  userIdentity: { principalId: owner },
  requestParameters: { sourceIPAddress: "127.0.0.1" },
  responseElements: { "x-amz-request-id": requestId, "x-amz-id-2": requestId },
  s3: {
    s3SchemaVersion: "1.0",
    configurationId: "local",
    bucket: {
      name: version.bucket,
      ownerIdentity: { principalId: owner },
      arn: `arn:aws:s3:::${version.bucket}`,
    },
    object: {
      key: encodeKey(version.key),
      size: version.content.sizeBytes,
      eTag: version.content.etag,
      ...(version.versionId === "null" ? {} : { versionId: version.versionId }),
      sequencer: version.seq.toString(16).toUpperCase().padStart(18, "0"),
    },
  },
})

/** To be called in the transaction that writes the version, so that neither exists without the other. */
export const appendEvent = (
  store: Store,
  version: Version,
  createdBy: CreatedBy,
  requestId: string,
): void => {
  const record = JSON.stringify(recordOf(store.region, version, createdBy, requestId))
  store.database.prepare("INSERT INTO events (record) VALUES (?)").run(record)
}

export const readEvents = ({ database }: Store, after: number, limit: number): StoredEvent[] =>
  database
    .prepare("SELECT seq, record FROM events WHERE seq > ? ORDER BY seq LIMIT ?")
    .all(after, limit)
    .map(({ seq, record }) => ({ seq: Number(seq), record: JSON.parse(String(record)) }))
