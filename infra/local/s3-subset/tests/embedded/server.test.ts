import { rmSync } from "node:fs"
import { createServer } from "node:net"
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetObjectAclCommand,
  GetObjectLegalHoldCommand,
  GetObjectRetentionCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutBucketVersioningCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3"
import { createPresignedPost } from "@aws-sdk/s3-presigned-post"
import { afterAll, describe, expect, it } from "vitest"
import { startS3 } from "../../src/index"
import { embedded, external, newFolder, openEndpoint, outcome, outcomeOf } from "../support/endpoint"
import { sendRaw } from "../support/raw-request"

describe.skipIf(external)("the embedded server", async () => {
  const here = await openEndpoint()
  const { s3, bucket: Bucket, url, credentials } = here
  afterAll(() => here.close())

  const Key = "k"
  const put = (more: object = {}) => s3.send(new PutObjectCommand({ Bucket, Key, Body: "hello", ...more }))

  it.each([
    ["ListBuckets", () => s3.send(new ListBucketsCommand())],
    ["ListObjects of version 1", () => s3.send(new ListObjectsCommand({ Bucket }))],
    ["listing by delimiter", () => s3.send(new ListObjectsV2Command({ Bucket, Delimiter: "/" }))],
    ["listing after a key", () => s3.send(new ListObjectsV2Command({ Bucket, StartAfter: "a" }))],
    ["GetObjectRetention", () => s3.send(new GetObjectRetentionCommand({ Bucket, Key }))],
    ["GetObjectLegalHold", () => s3.send(new GetObjectLegalHoldCommand({ Bucket, Key }))],
    ["a legal hold on a put", () => put({ ObjectLockLegalHoldStatus: "ON" })],
    ["DeleteObjects", () => s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key }] } }))],
    ["GetObjectTagging", () => s3.send(new GetObjectTaggingCommand({ Bucket, Key }))],
    ["GetObjectAcl", () => s3.send(new GetObjectAclCommand({ Bucket, Key }))],
    [
      "PutBucketVersioning",
      () =>
        s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } })),
    ],
    [
      "UploadPartCopy",
      () =>
        s3.send(
          new UploadPartCopyCommand({ Bucket, Key, PartNumber: 1, UploadId: "u", CopySource: `${Bucket}/k` }),
        ),
    ],
    ["an ACL on a put", () => put({ ACL: "public-read" })],
    ["tags on a put", () => put({ Tagging: "a=b" })],
    ["a KMS key on a put", () => put({ ServerSideEncryption: "aws:kms", SSEKMSKeyId: "k" })],
    ["a storage class on a put", () => put({ StorageClass: "GLACIER" })],
  ])("answers 501 to %s, which it does not do", async (_, send) => {
    expect(await outcome(send())).toBe("501 NotImplemented")
  })

  it("makes a bucket once, under a valid name", async () => {
    expect(await outcome(s3.send(new CreateBucketCommand({ Bucket })))).toBe("409 BucketAlreadyOwnedByYou")
    expect(await outcome(s3.send(new CreateBucketCommand({ Bucket: "No_Bucket" })))).toBe(
      "400 InvalidBucketName",
    )
    expect((await s3.send(new HeadBucketCommand({ Bucket }))).BucketRegion).toBe(embedded.region)
    expect(await outcome(s3.send(new HeadBucketCommand({ Bucket: "absent" })))).toBe("404 NotFound")
  })

  it("answers a document that is too large, though the client is still sending", async () => {
    const request = { method: "PUT", path: `/${Bucket}?cors=` }
    const answer = await sendRaw(here, request, Buffer.alloc(32 * 1024 * 1024, " "))
    expect(outcomeOf(answer.status, answer.body)).toBe("400 EntityTooLarge")
  })

  describe("its event log", () => {
    const events = async (query = "", secret = credentials.secretAccessKey) => {
      const answer = await fetch(`${url}/-/events${query}`, {
        headers: { authorization: `Bearer ${secret}` },
      })
      return { status: answer.status, events: answer.ok ? (await answer.json()).events : [] }
    }

    it("lists each created object in AWS's shape, in order, after any point", async () => {
      const { ETag } = await put({ Key: "证据/a b+c.png" })
      await s3.send(
        new CopyObjectCommand({
          Bucket,
          Key: "copied",
          CopySource: `${Bucket}/${encodeURIComponent("证据/a b+c.png")}`,
        }),
      )
      const { events: listed } = await events()
      const [written, copied] = listed.slice(-2)
      expect(written.record).toMatchObject({
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: embedded.region,
        eventName: "ObjectCreated:Put",
        s3: {
          bucket: { name: Bucket, arn: `arn:aws:s3:::${Bucket}` },
          object: { key: "%E8%AF%81%E6%8D%AE/a+b%2Bc.png", size: 5, eTag: ETag?.slice(1, -1) },
        },
      })
      expect(copied.record.eventName).toBe("ObjectCreated:Copy")
      expect(copied.record.s3.object.sequencer > written.record.s3.object.sequencer).toBe(true)
      expect((await events(`?after=${written.seq}&limit=1`)).events).toEqual([copied])
    })

    it("names the operation that made an object", async () => {
      const before = (await events("?limit=1000")).events.length
      await put()
      await s3.send(new CopyObjectCommand({ Bucket, Key: "copied", CopySource: `${Bucket}/${Key}` }))
      const { url: formUrl, fields } = await createPresignedPost(s3, { Bucket, Key: "posted" })
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append("file", new Blob(["x"]), "f")
      await fetch(formUrl, { method: "POST", body: form })
      const upload = { Bucket, Key: "joined" }
      const { UploadId } = await s3.send(new CreateMultipartUploadCommand(upload))
      const part = await s3.send(new UploadPartCommand({ ...upload, UploadId, PartNumber: 1, Body: "x" }))
      const MultipartUpload = { Parts: [{ ...part, PartNumber: 1 }] }
      await s3.send(new CompleteMultipartUploadCommand({ ...upload, UploadId, MultipartUpload }))
      const listed = (await events("?limit=1000")).events.slice(before)
      expect(listed.map(({ record }: { record: { eventName: string } }) => record.eventName)).toEqual([
        "ObjectCreated:Put",
        "ObjectCreated:Copy",
        "ObjectCreated:Post",
        "ObjectCreated:CompleteMultipartUpload",
      ])
    })

    it("lists no refused write", async () => {
      await put({ Key: "once", IfNoneMatch: "*" })
      const before = (await events()).events.length
      await outcome(put({ Key: "once", IfNoneMatch: "*" }))
      await outcome(put({ Key: "bad", ChecksumSHA256: "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCA=" }))
      expect((await events()).events).toHaveLength(before)
    })

    it("is read with the secret key and a valid query only", async () => {
      expect((await events("", "wrong")).status).toBe(401)
      expect((await events("?limit=0")).status).toBe(400)
      expect((await events("?after=x")).status).toBe(400)
    })
  })

  it("refuses a port that is taken, and a folder that another server holds", async () => {
    const dataDir = newFolder()
    const holder = createServer().listen(0, "127.0.0.1")
    await new Promise((resolve) => holder.once("listening", resolve))
    const address = holder.address()
    const port = typeof address === "object" && address ? address.port : 0
    await expect(startS3({ dataDir, port, ...embedded })).rejects.toMatchObject({ code: "EADDRINUSE" })
    holder.close()

    const server = await startS3({ dataDir, port, ...embedded })
    await expect(startS3({ dataDir, port: 0, ...embedded })).rejects.toThrow("database is locked")
    await server.close()
    rmSync(dataDir, { recursive: true })
  })
})
