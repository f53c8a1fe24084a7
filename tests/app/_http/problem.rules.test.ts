import { describe, expect, it } from "vitest"
import { z } from "zod"
import { readForm, readJson } from "@/app/_http/body"
import { failureOf } from "@/app/_http/failure"
import { languageOf } from "@/app/_http/language"
import { problemOf } from "@/app/_http/problem"
import { RequestRefused } from "@/app/_http/refused"
import { locales } from "@/app/_words"
import { DomainError, type ErrorCode } from "@/lib/kernel/errors"
import { log } from "@/lib/kernel/log"

log.level = "silent"

const codes: Readonly<Record<ErrorCode, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
}

describe("a problem", () => {
  it.each(Object.entries(codes) as [ErrorCode, number][])(
    "tells %s by %i in both languages",
    (code, status) => {
      const [zh, en] = locales.map((locale) => problemOf(new DomainError(code), locale, "req_1"))
      expect([zh?.status, en?.status]).toEqual([status, status])
      expect(zh?.title).not.toBe(en?.title)
      expect(`${zh?.title}${zh?.detail}`).toMatch(/[\u4e00-\u9fff]/)
      expect(zh?.type).toBe(en?.type)
    },
  )

  it("says that somebody else was faster of a lost race alone, not of what cannot be done now", () => {
    for (const locale of locales) {
      const titleOf = (refusal: object) =>
        problemOf(new DomainError("conflict", refusal), locale, "req_1").title
      expect(titleOf({ reason: "case-status" })).not.toBe(titleOf({}))
      expect(titleOf({ reason: "case-status" })).toBe(titleOf({ reason: "package-not-built" }))
    }
  })

  it("points at an input as RFC 6901 says, whatever its name", () => {
    const issues = [{ path: ["a/b", "c~d", 0, "e f"], rule: "required" as const }]
    const { errors } = problemOf(new DomainError("invalid", { issues }), "en", "req_1")
    expect(errors?.[0]?.pointer).toBe("#/a~1b/c~0d/0/e%20f")
  })

  it("says nothing of a fault of ours but the request's id", () => {
    const problem = problemOf(failureOf(new Error("secret table name"), "req_1"), "en", "req_1")
    expect(problem).toMatchObject({ status: 500, requestId: "req_1", type: "urn:sword-net:problem:internal" })
    expect(JSON.stringify(problem)).not.toContain("secret")
  })

  it("asks to try again when a store does not answer", () => {
    const silent = Object.assign(new Error("connect"), { code: "ECONNREFUSED" })
    expect(problemOf(failureOf(silent, "req_1"), "en", "req_1")).toMatchObject({
      status: 503,
      retryAfterSeconds: 5,
    })
  })
})

describe("the language of an answer", () => {
  it.each([
    [undefined, "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["en-GB", "en"],
    ["fr, en;q=0.5, zh;q=0.7", "zh"],
    ["fr", "zh"],
    [";;;q=x", "en"],
    ["*", "en"],
  ])("for %s is %s", (wished, locale) => {
    const headers: Record<string, string> = wished === undefined ? {} : { "accept-language": wished }
    expect(languageOf(new Request("http://localhost/", { headers }))).toBe(locale)
  })
})

describe("a body", () => {
  const endless = () =>
    new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) })
  const send = (body: BodyInit, type: string) =>
    new Request("http://localhost/", {
      method: "POST",
      body,
      headers: { "content-type": type },
      ...{ duplex: "half" },
    })
  const refusal = (kind: string) => (error: unknown) =>
    error instanceof RequestRefused && error.refusal.kind === kind

  it("is read no further than 256 kB, though its length is not told", async () => {
    await expect(readJson(send(endless(), "application/json"), z.unknown())).rejects.toSatisfy(
      refusal("body-too-large"),
    )
  })

  it("is JSON with any parameters of its type, and nothing else", async () => {
    const json = send('{"a":1}', "application/json; charset=utf-8")
    expect(await readJson(json, z.object({ a: z.number() }))).toEqual({ a: 1 })
    for (const type of ["text/plain", "application/jsonp", ""])
      await expect(readJson(send("{}", type), z.unknown())).rejects.toSatisfy(refusal("wrong-content-type"))
  })

  it("of a form gives its texts, from either encoding, and no file", async () => {
    const form = new FormData()
    form.set("a", "1")
    form.set("file", new Blob(["x"]), "x.png")
    expect(await readForm(new Request("http://localhost/", { method: "POST", body: form }))).toEqual({
      a: "1",
    })
    const plain = send(new URLSearchParams({ a: "1" }).toString(), "application/x-www-form-urlencoded")
    expect(await readForm(plain)).toEqual({ a: "1" })
  })

  it("of a multipart form that was cut off is refused", async () => {
    const cut = send("--b\r\nContent-Disposition: form-data; na", "multipart/form-data; boundary=b")
    await expect(readForm(cut)).rejects.toSatisfy(refusal("malformed-form"))
  })
})
