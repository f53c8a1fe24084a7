import { createHash } from "node:crypto"
import { GetObjectCommand, HeadObjectCommand } from "@aws-sdk/client-s3"
import { createPresignedPost, type PresignedPostOptions } from "@aws-sdk/s3-presigned-post"
import { afterAll, describe, expect, it } from "vitest"
import { openEndpoint, outcome, outcomeOf } from "../support/endpoint"

const here = await openEndpoint()
const { s3, bucket: Bucket, prefix } = here
const Key = `${prefix}form/x`
afterAll(() => here.close())

type Fields = Record<string, string>
type Sending = Partial<PresignedPostOptions> & {
  readonly change?: (fields: Fields) => Fields
  readonly file?: string
  readonly fileName?: string
  readonly after?: Fields
  readonly second?: string
}

const send = async ({
  change = (fields) => fields,
  file = "small",
  fileName = "f.png",
  after = {},
  second,
  ...options
}: Sending) => {
  const { url, fields } = await createPresignedPost(s3, { Bucket, Key, Expires: 60, ...options })
  const form = new FormData()
  for (const [name, value] of Object.entries(change(fields))) form.append(name, value)
  form.append("file", new Blob([file]), fileName)
  for (const [name, value] of Object.entries(after)) form.append(name, value)
  if (second !== undefined) form.append("file", new Blob([second]), "second.png")
  const answer = await fetch(url, { method: "POST", body: form, redirect: "manual" })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}

const post = async (sending: Sending) => {
  const { status, body } = await send(sending)
  return outcomeOf(status, body)
}

const exists = (key: string) => outcome(s3.send(new HeadObjectCommand({ Bucket, Key: key })))

const without = (name: string) => (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([n]) => n !== name))

describe("a form", () => {
  it("stores its file with the fields that its policy names", async () => {
    const Fields = { "Content-Type": "image/png", "x-amz-meta-note": "證據" }
    expect((await send({ Fields })).status).toBe(204)
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }))
    expect(await got.Body?.transformToString()).toBe("small")
    expect(got).toMatchObject({
      ContentType: "image/png",
      Metadata: { note: `=?UTF-8?B?${Buffer.from("證據").toString("base64")}?=` },
    })
  })

  it("ends at its file: what follows counts for nothing", async () => {
    expect(await post({ after: { "x-amz-meta-late": "1" }, second: "y".repeat(200_000) })).toBe("accepted")
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }))
    expect(await got.Body?.transformToString()).toBe("small")
    expect(got.Metadata).toEqual({})
  })

  it("names the object after the file where its key says so", async () => {
    expect(await post({ Key: `${prefix}named/\${filename}`, fileName: "C:\\截图 1.png" })).toBe("accepted")
    expect(await exists(`${prefix}named/截图 1.png`)).toBe("accepted")
  })

  it("is answered 201 with the object's place, 200, or by a redirect that names the object", async () => {
    const created = await send({ Fields: { success_action_status: "201" } })
    expect(created.status).toBe(201)
    expect(created.body).toContain(`<Bucket>${Bucket}</Bucket><Key>${Key}</Key>`)
    expect((await send({ Fields: { success_action_status: "200" } })).status).toBe(200)
    const redirected = await send({
      Fields: { success_action_redirect: "http://portal.example/done?step=2" },
    })
    const { searchParams } = new URL(redirected.headers.get("location") ?? "")
    expect(redirected.status).toBe(303)
    expect(Object.fromEntries(searchParams)).toEqual({
      step: "2",
      bucket: Bucket,
      key: Key,
      etag: redirected.headers.get("etag"),
    })
  })
})

describe("a policy's condition", () => {
  const typed: Sending = {
    Conditions: [["starts-with", "$Content-Type", "image/"]],
    Fields: { "Content-Type": "image/png" },
  }
  const set = (name: string, value: string) => (fields: Fields) => ({ ...fields, [name]: value })

  it("eq holds for its exact value", async () => {
    expect(await post({})).toBe("accepted")
    expect(await post({ change: set("key", `${prefix}form/y`) })).toBe("403 AccessDenied")
    expect(await post({ Conditions: [["eq", "$x-amz-meta-a", "1"]], change: set("x-amz-meta-a", "1") })).toBe(
      "accepted",
    )
    expect(await post({ Conditions: [["eq", "$x-amz-meta-a", "1"]], change: set("x-amz-meta-a", "2") })).toBe(
      "403 AccessDenied",
    )
    expect(await post({ Conditions: [["eq", "$x-amz-meta-a", "1"]] })).toBe("403 AccessDenied")
  })

  it("starts-with holds for its beginning", async () => {
    const conditions: Sending["Conditions"] = [["starts-with", "$Content-Type", "image/"]]
    expect(await post({ Conditions: conditions, change: set("Content-Type", "image/webp") })).toBe("accepted")
    expect(await post({ Conditions: conditions, change: set("Content-Type", "text/html") })).toBe(
      "403 AccessDenied",
    )
    expect(await post({ ...typed, change: set("Content-Type", "image/png,text/html") })).toBe(
      "403 AccessDenied",
    )
  })

  it("content-length-range holds at both ends, and nothing is stored beyond them", async () => {
    const sized = (file: string): Sending => ({
      Key: `${prefix}sized`,
      Conditions: [["content-length-range", 2, 10]],
      file,
    })
    expect(await post(sized("x"))).toBe("400 EntityTooSmall")
    expect(await post(sized(""))).toBe("400 EntityTooSmall")
    expect(await post(sized("x".repeat(11)))).toBe("400 EntityTooLarge")
    expect(await post(sized("x".repeat(20_000_000)))).toBe("400 EntityTooLarge")
    expect(await exists(`${prefix}sized`)).toBe("404 NotFound")
    expect(await post(sized("x".repeat(10)))).toBe("accepted")
  })

  it("lets no field's name or value break the headers that it is served by", async () => {
    const named: Sending = { Key: `${prefix}served`, Fields: { "x-amz-meta-a b": "1" } }
    expect(await post(named)).toBe("400 InvalidArgument")
    expect(await post({ ...named, Fields: { "x-amz-meta-a": "1\r\nset-cookie: b=2" } })).toBe("accepted")
    expect(await exists(`${prefix}served`)).toBe("accepted")
  })

  it("covers every field: another one is refused, unless named to be ignored", async () => {
    expect(await post({ change: set("x-amz-meta-extra", "1") })).toBe("403 AccessDenied")
    expect(await post({ change: set("submit", "Send") })).toBe("403 AccessDenied")
    expect(await post({ change: set("x-ignore-submit", "Send") })).toBe("accepted")
  })
})

describe("a policy", () => {
  it("ends when it expires", async () => {
    expect(await post({ Expires: -5 })).toBe("403 AccessDenied")
  })

  it("is refused when it, its signature or its credential were changed or left out", async () => {
    const widened = (fields: Fields) => ({
      ...fields,
      Policy: Buffer.from(
        Buffer.from(fields.Policy ?? "", "base64")
          .toString()
          .replace("10]", "99]"),
      ).toString("base64"),
    })
    const range: Sending = { Conditions: [["content-length-range", 1, 10]] }
    expect(await post({ ...range, change: widened })).toBe("403 SignatureDoesNotMatch")
    expect(await post({ change: (f) => ({ ...f, "X-Amz-Signature": "0".repeat(64) }) })).toBe(
      "403 SignatureDoesNotMatch",
    )
    expect(
      await post({ change: (f) => ({ ...f, "X-Amz-Credential": "other/20261124/x/s3/aws4_request" }) }),
    ).toBe("403 InvalidAccessKeyId")
    expect(await post({ change: without("Policy") })).toBe("403 AccessDenied")
  })

  it("can bind the file's SHA-256", async () => {
    const sha256 = createHash("sha256").update("good").digest("base64")
    const bound: Sending = { Key: `${prefix}bound`, Fields: { "x-amz-checksum-sha256": sha256 } }
    expect(await post({ ...bound, file: "evil" })).toBe("400 BadDigest")
    expect(await exists(`${prefix}bound`)).toBe("404 NotFound")
    expect(await post({ ...bound, change: without("x-amz-checksum-sha256"), file: "evil" })).toBe(
      "403 AccessDenied",
    )
    expect(await post({ ...bound, file: "good" })).toBe("accepted")
    const got = await s3.send(
      new GetObjectCommand({ Bucket, Key: `${prefix}bound`, ChecksumMode: "ENABLED" }),
    )
    expect(got.ChecksumSHA256).toBe(sha256)
  })
})
