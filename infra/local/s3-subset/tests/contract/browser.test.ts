import { createServer, type Server } from "node:http"
import {
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  PutBucketCorsCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3"
import { createPresignedPost } from "@aws-sdk/s3-presigned-post"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launchBrowser } from "../support/browser"
import { openEndpoint } from "../support/endpoint"

const here = await openEndpoint()
const { s3, bucket: Bucket, prefix } = here

const listen = (server: Server) =>
  new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`)
    })
  })

/** A site of another origin than the store's, which shows `page`. */
let page = ""
const site = createServer((_, res) => res.setHeader("content-type", "text/html; charset=utf-8").end(page))
let origin = ""
let browser: Browser

beforeAll(async () => {
  origin = await listen(site)
  browser = await launchBrowser()
  const rule = {
    AllowedOrigins: [origin],
    AllowedMethods: ["POST", "PUT"],
    AllowedHeaders: ["*"],
    ExposeHeaders: ["ETag"],
  }
  await s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } }))
})

afterAll(async () => {
  await browser?.close()
  site.close()
  await here.close()
})

const open = async (html: string, javaScriptEnabled = true) => {
  page = html
  const context = await browser.newContext({ javaScriptEnabled })
  const tab = await context.newPage()
  await tab.goto(`${origin}/report`)
  return { tab, close: () => context.close() }
}

const textOf = async (Key: string) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString()

const png = (text: string) => ({ name: "截图 1.png", mimeType: "image/png", buffer: Buffer.from(text) })

describe("a browser", () => {
  it("sends a file by a plain form, without script, and is led back to the site", async () => {
    const { url, fields } = await createPresignedPost(s3, {
      Bucket,
      Key: `${prefix}plain/\${filename}`,
      Fields: { success_action_redirect: `${origin}/done` },
      Conditions: [["content-length-range", 1, 1000]],
    })
    const inputs = Object.entries(fields).map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
    )
    const form = `<form method="post" enctype="multipart/form-data" action="${url}">${inputs.join("")}<input type="file" name="file"><button>Send</button></form>`
    const { tab, close } = await open(form, false)
    await tab.setInputFiles("input[type=file]", png("from a form"))
    await Promise.all([tab.waitForURL(`${origin}/done?**`), tab.click("button")])
    const query = new URL(tab.url()).searchParams
    await close()
    expect(query.get("key")).toBe(`${prefix}plain/截图 1.png`)
    expect(await textOf(`${prefix}plain/截图 1.png`)).toBe("from a form")
  })

  it("sends a file by script from another origin and sees its progress", async () => {
    const Key = `${prefix}progress`
    const { url, fields } = await createPresignedPost(s3, {
      Bucket,
      Key,
      Fields: { success_action_status: "201" },
    })
    const { tab, close } = await open("<p>upload</p>")
    const sizeBytes = 3_000_000
    const seen = await tab.evaluate(
      ({ url, fields, sizeBytes }) =>
        new Promise<{ status: number; etag: string | null; loaded: number[] }>((resolve, reject) => {
          const form = new FormData()
          for (const [name, value] of Object.entries(fields)) form.append(name, value)
          form.append("file", new Blob(["x".repeat(sizeBytes)]), "f")
          const xhr = new XMLHttpRequest()
          const loaded: number[] = []
          xhr.upload.onprogress = (event) => loaded.push(event.loaded)
          xhr.onload = () => resolve({ status: xhr.status, etag: xhr.getResponseHeader("etag"), loaded })
          xhr.onerror = () => reject(new Error("the upload failed"))
          xhr.open("POST", url)
          xhr.send(form)
        }),
      { url, fields, sizeBytes },
    )
    await close()
    expect(seen.status).toBe(201)
    expect(seen.etag).toMatch(/^"[0-9a-f]{32}"$/)
    expect(seen.loaded.at(-1)).toBeGreaterThanOrEqual(sizeBytes)
    expect((await textOf(Key))?.length).toBe(sizeBytes)
  })

  it("learns that its file is too large while it is still sending", async () => {
    const Conditions: [["content-length-range", number, number]] = [["content-length-range", 1, 1000]]
    const { url, fields } = await createPresignedPost(s3, { Bucket, Key: `${prefix}large`, Conditions })
    const { tab, close } = await open("<p>upload</p>")
    const refusal = await tab.evaluate(
      async ({ url, fields }) => {
        const form = new FormData()
        for (const [name, value] of Object.entries(fields)) form.append(name, value)
        form.append("file", new Blob(["x".repeat(30_000_000)]), "f")
        const answer = await fetch(url, { method: "POST", body: form })
        return `${answer.status} ${await answer.text()}`
      },
      { url, fields },
    )
    await close()
    expect(refusal).toMatch(/^400 .*<Code>EntityTooLarge<\/Code>/)
  })

  it("puts a part by presigned URL from another origin and reads its ETag", async () => {
    const upload = { Bucket, Key: `${prefix}parts` }
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(upload))
    const url = await getSignedUrl(s3, new UploadPartCommand({ ...upload, UploadId, PartNumber: 1 }))
    const { tab, close } = await open("<p>upload</p>")
    const etag = await tab.evaluate(
      async (url) => (await fetch(url, { method: "PUT", body: new Blob(["a part"]) })).headers.get("etag"),
      url,
    )
    await close()
    const { Parts } = await s3.send(new ListPartsCommand({ ...upload, UploadId }))
    expect(Parts?.map(({ ETag, Size }) => [ETag, Size])).toEqual([[etag, 6]])
  })

  it("of an origin that no rule names cannot send by script", async () => {
    const { url, fields } = await createPresignedPost(s3, { Bucket, Key: `${prefix}foreign` })
    const { tab, close } = await open("<p>upload</p>")
    await tab.goto(origin.replace("127.0.0.1", "localhost"))
    const sent = await tab.evaluate(
      ({ url, fields }) => {
        const form = new FormData()
        for (const [name, value] of Object.entries(fields)) form.append(name, value)
        form.append("file", new Blob(["x"]), "f")
        return fetch(url, { method: "POST", body: form }).then(
          () => "readable",
          () => "kept from the page",
        )
      },
      { url, fields },
    )
    await close()
    expect(sent).toBe("kept from the page")
  })
})
