import { GetCommand } from "@aws-sdk/lib-dynamodb"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { setting } from "@/lib/kernel/config"
import { getValve, openValve, shutValve } from "@/lib/limits"
import { handler } from "@/lib/pipeline/canary"
import { tipIdOf } from "@/lib/reporter"
import { documents } from "@/lib/store/table"
import { listTips, queues } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { handlersAt, routeOf } from "@/tests/support/app/routes"
import { aTip } from "@/tests/support/factory"
import { as, visitor } from "@/tests/support/people"

const key = "the-canary-of-the-tests"
const answers: { path: string; status: number; body: string }[] = []
/** A path that answers with something else than the site would. */
let broken: Readonly<Record<string, Response>> = {}

/** The whole site behind `fetch`, without a network. */
const site = async (url: URL, init: RequestInit = {}) => {
  const request = new Request(url, { ...init, redirect: "manual" })
  const { handlers, params } = await routeOf(url.pathname)
  const answer =
    broken[url.pathname] ?? (await handlers[request.method]?.(request, { params: Promise.resolve(params) }))
  if (!answer) throw new Error(`nothing answers ${url.pathname}`)
  answers.push({ path: url.pathname, status: answer.status, body: await answer.clone().text() })
  return answer
}

beforeEach(() => {
  answers.length = 0
  broken = {}
  vi.stubEnv("CANARY_KEY", key)
  vi.stubGlobal("fetch", site)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})

const queued = async () => {
  const lists = await Promise.all(queues.map((queue) => listTips(as("mei"), { queue })))
  return lists.flatMap(({ rows }) => rows)
}

describe("the canary", () => {
  it("goes a citizen's way: the form, an answer, a report and its receipt", async () => {
    await handler()
    expect(answers.map(({ path, status }) => `${status} ${path}`)).toEqual([
      "200 /zh/report",
      "303 /zh/report/kind",
      "201 /api/v1/tips",
      "200 /api/v1/receipts/lookup",
    ])
  })

  it("leaves nothing in a queue, and a tip that says what it is and is deleted after a day", async () => {
    await handler()
    expect(await queued()).toEqual([])
    const { receipt } = JSON.parse(answers[2]?.body ?? "")
    const { Item } = await documents.send(
      new GetCommand({
        TableName: setting("TABLE_NAME"),
        Key: { pk: tipIdOf(receipt.number), sk: "tip" },
      }),
    )
    expect(Item).toMatchObject({ canary: true, status: "received" })
    const hours = (Item?.expiresAt - Date.now() / 1000) / 3_600
    expect(hours).toBeGreaterThan(23)
    expect(hours).toBeLessThanOrEqual(24)
  })

  it.each([
    ["/zh/report/kind", 415, "the form's first answer answered 415"],
    ["/api/v1/tips", 500, "a report answered 500"],
    ["/api/v1/tips", 503, "a report answered 503"],
    ["/api/v1/receipts/lookup", 404, "its receipt answered 404"],
  ])("fails, and names the step, where %s answers %i", async (path, status, said) => {
    broken = { [path]: new Response("{}", { status }) }
    await expect(handler()).rejects.toThrow(said)
  })

  it("does not fail while an administrator has closed reporting", async () => {
    const version = async () => (await getValve(visitor(), {})).version
    const message = {
      zh: "正在处理大量恶意举报，请稍后再来。",
      en: "We are clearing a flood of false reports.",
    }
    await shutValve(as("administrator"), { version: await version(), state: "reports-shut", message })
    await expect(handler()).resolves.toBeUndefined()
    expect(answers.at(-1)?.status).toBe(503)
    await openValve(as("administrator"), { version: await version() })
  })

  it("is taken in a rush as well, when programs have to bring proof", async () => {
    vi.stubEnv("REPORTS_PER_MINUTE_NORMAL", "1")
    for (let at = 0; at < 7; at++) await handler()
    expect(answers.at(-1)?.status).toBe(200)
  })
})

describe("a report that only says it is the canary's", () => {
  const send = async (headers: Record<string, string>, more: object = {}) => {
    const { POST } = await handlersAt("/api/v1/tips")
    if (!POST) throw new Error("no route")
    return call(POST, "/api/v1/tips", { headers, body: { ...aTip(), ...more } })
  }

  it("is refused by its key", async () => {
    expect((await send({ authorization: "Canary guessed-guessed-guessed" })).status).toBe(401)
    vi.stubEnv("CANARY_KEY", undefined)
    expect((await send({ authorization: `Canary ${key}` })).status).toBe(401)
  })

  it("cannot keep itself out of the queue by its content", async () => {
    expect((await send({}, { canary: true })).status).toBe(422)
  })
})
