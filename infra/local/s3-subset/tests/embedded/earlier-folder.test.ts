import { createHash } from "node:crypto"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import {
  CompleteMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3"
import { expect, it } from "vitest"
import { startS3 } from "../../src/index"
import { clientOf, embedded, newFolder, outcome } from "../support/endpoint"

const md5Hex = createHash("md5").update("hello").digest("hex")
const checksum = { algorithm: "CRC32", value: "NhCmhg==", type: "FULL_OBJECT" }
const content = { sizeBytes: 5, etag: md5Hex, md5Hex, checksum, headers: { "content-type": "text/plain" } }
const plan = {
  headers: { "content-type": "video/mp4" },
  lock: { legalHold: false },
  algorithm: "CRC32",
  type: "COMPOSITE",
  chosen: false,
  initiatedAt: "2026-11-25T00:00:00.000Z",
}

/** As the server wrote it while it still had legal holds: an object under a retention, and an open upload. */
const writeEarlierFolder = (dataDir: string) => {
  mkdirSync(join(dataDir, "blobs"), { recursive: true })
  writeFileSync(join(dataDir, "blobs", "b1"), "hello")
  const database = new DatabaseSync(join(dataDir, "records.sqlite"))
  database.exec(`
    CREATE TABLE buckets (name TEXT PRIMARY KEY, objectLock INTEGER NOT NULL, cors TEXT) STRICT;
    CREATE TABLE versions (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, bucket TEXT NOT NULL REFERENCES buckets (name), key TEXT NOT NULL,
      versionId TEXT NOT NULL, blob TEXT, content TEXT, retentionMode TEXT, retainUntilAt TEXT,
      legalHold INTEGER NOT NULL, modifiedAt TEXT NOT NULL, UNIQUE (bucket, key, versionId)
    ) STRICT;
    CREATE TABLE uploads (
      uploadId TEXT PRIMARY KEY, bucket TEXT NOT NULL REFERENCES buckets (name), key TEXT NOT NULL, plan TEXT NOT NULL
    ) STRICT;
    INSERT INTO buckets VALUES ('evidence', 1, NULL);
  `)
  database
    .prepare("INSERT INTO versions VALUES (1, 'evidence', 'k', 'v1', 'b1', ?, 'GOVERNANCE', ?, 0, ?)")
    .run(JSON.stringify(content), "2999-01-01T00:00:00.000Z", "2026-11-25T00:00:00.000Z")
  database.prepare("INSERT INTO uploads VALUES ('u1', 'evidence', 'large', ?)").run(JSON.stringify(plan))
  database.close()
}

it("a folder of an earlier version is read and written as before", async () => {
  const dataDir = newFolder()
  writeEarlierFolder(dataDir)
  const server = await startS3({ dataDir, port: 0, ...embedded })
  const s3 = clientOf(server.url, embedded.region, embedded.credentials)
  const Bucket = "evidence"

  const read = await s3.send(new GetObjectCommand({ Bucket, Key: "k" }))
  expect(await read.Body?.transformToString()).toBe("hello")
  expect(read).toMatchObject({ VersionId: "v1", ContentType: "text/plain", ObjectLockMode: "GOVERNANCE" })
  const removed = s3.send(new DeleteObjectCommand({ Bucket, Key: "k", VersionId: "v1" }))
  expect(await outcome(removed)).toBe("403 AccessDenied")

  await s3.send(new PutObjectCommand({ Bucket, Key: "new", Body: "new" }))
  const upload = { Bucket, Key: "large", UploadId: "u1" }
  const { ETag } = await s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: "part" }))
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] }
  await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload }))
  const large = await s3.send(new GetObjectCommand({ Bucket, Key: "large" }))
  expect(large.ContentType).toBe("video/mp4")
  expect(large.ObjectLockMode).toBeUndefined()

  s3.destroy()
  await server.close()
  rmSync(dataDir, { recursive: true })
})
