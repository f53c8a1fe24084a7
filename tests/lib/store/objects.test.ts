import { text } from "node:stream/consumers"
import { HeadObjectCommand } from "@aws-sdk/client-s3"
import { describe, expect, it } from "vitest"
import { objectAt, s3 } from "@/lib/store/objects/client"
import { formOrigin, presignDownload, presignForm } from "@/lib/store/objects/presign"
import { findObject, getObject, hasObjects, listObjects } from "@/lib/store/objects/read"
import { copyLocked, deleteObject, putObject } from "@/lib/store/objects/write"
import { inSmallPages } from "@/tests/support/small-pages"
import { sha256Of } from "@/tests/support/upload"

const words = Buffer.from("plain words\n")
const put = async (key: string, bytes: Uint8Array = words) => {
  await putObject(key, bytes, "text/plain")
  return key
}
const keysBelow = async (prefix: string) => {
  const keys: string[] = []
  for await (const { key, storedAt } of listObjects(prefix)) {
    expect(Math.abs(Date.now() - Date.parse(storedAt))).toBeLessThan(60_000)
    keys.push(key)
  }
  return keys
}

describe("an object", () => {
  it("is read as it was put, whole or from its beginning", async () => {
    const key = await put("read/图 1.txt")
    expect(await text((await getObject(key)).body)).toBe("plain words\n")
    expect(await text((await getObject(key, 5)).body)).toBe("plain")
  })

  it("that is not there is undefined to find, and not-found to get", async () => {
    expect(await findObject("none")).toBeUndefined()
    await expect(getObject("none")).rejects.toMatchObject({ code: "not-found" })
  })

  it("is listed by the beginning of its key, over all pages", async () => {
    const keys = ["list/1", "list/2", "list/3", "list/4", "list/5"]
    for (const key of [...keys, "listed-elsewhere"]) await put(key)
    expect(await inSmallPages(() => keysBelow("list/"))).toEqual(keys)
    expect([await hasObjects("list/1"), await hasObjects("list/9")]).toEqual([true, false])
  })

  it("is deleted, and a second time without complaint", async () => {
    const key = await put("delete/once")
    await deleteObject(key)
    await deleteObject(key)
    expect(await findObject(key)).toBeUndefined()
  })
})

describe("a locked copy", () => {
  const until = new Date("2099-01-01T00:00:00Z")

  it("holds the bytes that were meant, and is kept until its day", async () => {
    const key = await put("copy/from & to+.txt")
    const { body, eTag } = await getObject(key)
    body.destroy()
    await copyLocked({ key, eTag }, "copy/locked", until)
    expect(await text((await getObject("copy/locked")).body)).toBe("plain words\n")
    const head = await s3.send(new HeadObjectCommand(objectAt("copy/locked")))
    expect(head).toMatchObject({ ObjectLockMode: "GOVERNANCE", ObjectLockRetainUntilDate: until })
    expect(head.ContentType).toBe("application/octet-stream")
  })

  it("of bytes that changed since, or went, is refused and leaves nothing", async () => {
    const key = await put("copy/changing")
    const { body, eTag } = await getObject(key)
    body.destroy()
    await put(key, Buffer.from("other words"))
    await expect(copyLocked({ key, eTag }, "copy/none", until)).rejects.toMatchObject({ code: "conflict" })
    await deleteObject(key)
    await expect(copyLocked({ key, eTag }, "copy/none", until)).rejects.toMatchObject({ code: "conflict" })
    expect(await findObject("copy/none")).toBeUndefined()
  })
})

describe("a signed form", () => {
  const permit = { key: "form/${filename}", sizeBytesMin: 0, sizeBytesMax: 20, secondsMax: 60 }
  const send = async (form: Awaited<ReturnType<typeof presignForm>>, bytes: Uint8Array<ArrayBuffer>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(form.fields)) data.append(name, value)
    data.append("file", new Blob([bytes]), "截图.txt")
    return fetch(form.url, { method: "POST", body: data, redirect: "manual" })
  }
  const bytes = new Uint8Array(words)

  it("takes a file under its own name, and answers as it was asked to", async () => {
    expect((await send(await presignForm(permit), bytes)).status).toBe(201)
    expect(await keysBelow("form/")).toEqual(["form/截图.txt"])
    const there = await send(
      await presignForm({ ...permit, redirectTo: "http://localhost:3000/sent" }),
      bytes,
    )
    expect([there.status, there.headers.get("location")]).toEqual([
      303,
      expect.stringMatching(/^http:\/\/localhost:3000\/sent\?/),
    ])
  })

  it("takes no file of another size or hash", async () => {
    const long = await send(await presignForm(permit), new Uint8Array(21))
    expect([long.status, await long.text()]).toEqual([400, expect.stringContaining("EntityTooLarge")])
    const form = await presignForm({ ...permit, sha256: sha256Of(words) })
    const other = await send(form, new Uint8Array(12))
    expect([other.status, await other.text()]).toEqual([400, expect.stringContaining("BadDigest")])
    expect((await send(form, bytes)).status).toBe(201)
  })

  it("goes to the origin that pages are told of", async () => {
    expect(new URL((await presignForm(permit)).url).origin).toBe(await formOrigin())
  })
})

describe("a signed link", () => {
  it("downloads the object under the name that is given, as no type that a browser shows", async () => {
    const key = await put("link/page.html")
    const response = await fetch(await presignDownload(key, '图 "1".html', 60))
    expect(response.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''%E5%9B%BE%20%221%22.html",
    )
    expect(response.headers.get("content-type")).toBe("application/octet-stream")
    expect(await response.text()).toBe("plain words\n")
  })
})
