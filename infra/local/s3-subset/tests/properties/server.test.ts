import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
} from "@aws-sdk/client-s3"
import fc from "fast-check"
import { afterAll, describe, expect, it } from "vitest"
import { external, openEndpoint } from "../support/endpoint"
import { sendRaw, sendSigned } from "../support/raw-request"

const key = fc
  .string({ unit: "binary", minLength: 1, maxLength: 40 })
  .filter((each) => each.isWellFormed() && Buffer.byteLength(each) <= 1024)

/** The SDK takes white space with a line end for layout between elements, also where it is escaped. */
const asTheClientReads = (listed: string) => (listed.trim() === "" && listed.includes("\n") ? "" : listed)

describe.skipIf(external)("the server", { timeout: 120_000 }, async () => {
  const here = await openEndpoint()
  const { s3, bucket: Bucket } = here
  afterAll(() => here.close())

  it("reads and lists any object under the key that it was written to", async () => {
    const property = fc.asyncProperty(key, fc.uint8Array({ maxLength: 2000 }), async (Key, Body) => {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body }))
      const got = await s3.send(new GetObjectCommand({ Bucket, Key }))
      expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Body)).toBe(true)
      const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: Key }))
      expect(Contents?.map((each) => each.Key)).toEqual([asTheClientReads(Key)])
      await s3.send(new DeleteObjectCommand({ Bucket, Key }))
    })
    await fc.assert(property, { numRuns: 30 })
  })

  it("lists exactly the keys of a prefix, whatever the size of a page", async () => {
    const character = fc.constantFrom("a", "b", "/", "é", "\u{10ffff}", "\uffff", "\ud7ff", "\ue000")
    const name = fc.array(character, { minLength: 1, maxLength: 4 }).map((all) => all.join(""))
    const names = fc.uniqueArray(name, { maxLength: 5 })
    const start = fc.array(character, { maxLength: 2 }).map((all) => all.join(""))
    const size = fc.integer({ min: 1, max: 5 })
    let runs = 0
    const property = fc.asyncProperty(names, start, size, async (all, start, pageSize) => {
      const folder = `run-${runs++}/`
      for (const each of all) await s3.send(new PutObjectCommand({ Bucket, Key: folder + each, Body: "x" }))
      const listed: string[] = []
      const asked = { Bucket, Prefix: folder + start }
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3, pageSize }, asked))
        listed.push(...Contents.map(({ Key = "" }) => Key.slice(folder.length)))
      const expected = all.filter((each) => each.startsWith(start))
      expect(listed).toEqual(expected.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
    })
    await fc.assert(property, { numRuns: 10 })
  })

  it("answers any signed request, and none with an internal error", async () => {
    const parameter = fc.constantFrom(
      ...["cors", "uploads", "uploadId", "partNumber", "retention", "versionId", "list-type", "prefix"],
      ...["max-keys", "continuation-token", "key-marker", "max-uploads", "response-content-type", "tagging"],
    )
    const header = fc.constantFrom(
      ...["range", "if-match", "if-none-match", "if-modified-since", "x-amz-copy-source", "content-md5"],
      ...["x-amz-object-lock-mode", "x-amz-object-lock-retain-until-date", "x-amz-checksum-sha256"],
      ...["x-amz-checksum-algorithm", "x-amz-metadata-directive", "x-amz-meta-a", "x-amz-trailer", "expires"],
    )
    const value = fc.oneof(
      fc.stringMatching(/^[!-~]{0,12}$/),
      fc.constantFrom(
        "0",
        "1",
        "2",
        "*",
        "COPY",
        "GOVERNANCE",
        "SHA256",
        "contract-plain/k",
        "bytes=0-0",
        "%ff",
      ),
    )
    const request = fc.record({
      method: fc.constantFrom("GET", "PUT", "POST", "HEAD", "DELETE", "PATCH"),
      place: fc.constantFrom("/", "/contract-plain", "/contract-plain/k", "/contract-locked/k", "/absent/k"),
      query: fc.dictionary(parameter, value.map(encodeURIComponent), { maxKeys: 3 }),
      headers: fc.dictionary(header, value, { maxKeys: 3 }),
      body: fc.oneof(fc.string(), fc.constantFrom("<Retention/>", "<CORSConfiguration/>", "<a>", "")),
    })
    const property = fc.asyncProperty(request, async ({ method, place, query, headers, body }) => {
      const pairs = Object.entries(query).map((pair) => pair.join("="))
      const path = pairs.length > 0 ? `${place}?${pairs.sort().join("&")}` : place
      const { status } = await sendRaw(here, { method, path, headers }, body)
      expect(status === 500 ? `${method} ${path} ${JSON.stringify(headers)}` : "answered").toBe("answered")
    })
    await fc.assert(property, { numRuns: 200 })
  })

  it("answers any form, and none with an internal error", async () => {
    const line = fc.constantFrom(
      ...["--b\r\n", "--b--\r\n", "\r\n", "--b", "content-type: text/plain\r\n"],
      ...[
        'content-disposition: form-data; name="key"\r\n',
        'content-disposition: form-data; name="policy"\r\n',
      ],
      'content-disposition: form-data; name="file"; filename="f"\r\n',
      "content-disposition: form-data; name=\"file\"; filename*=utf-8''%0d%0a\r\n",
    )
    const body = fc.array(fc.oneof(line, fc.string({ maxLength: 10 }))).map((lines) => lines.join(""))
    const boundary = fc.constantFrom(
      "; boundary=b",
      "; boundary=",
      "",
      "; charset=x",
      `; boundary=${"b".repeat(80)}`,
    )
    const property = fc.asyncProperty(body, boundary, async (text, parameters) => {
      const headers = { "content-type": `multipart/form-data${parameters}` }
      const { status } = await sendSigned(here, { method: "POST", path: `/${Bucket}` }, headers, text)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    })
    await fc.assert(property, { numRuns: 150 })
  })
})
