import { describe, expect, it } from "vitest"
import { POST as lookup } from "@/app/api/v1/receipts/lookup/route"
import { POST as send } from "@/app/api/v1/receipts/messages/route"
import { askReporter, claimTip } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { expectToMatch } from "@/tests/support/app/description"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const path = "/api/v1/receipts/messages"
const problem = "application/problem+json"

const asked = async () => {
  const { tipId, receipt } = await submitted()
  const { version } = await claimTip(as("mei"), { tipId })
  await askReporter(as("mei"), { tipId, version, question: "Which page was it?" })
  const keys = { number: receipt.number, code: receipt.code }
  const timeline = await call(lookup, "/", { body: keys })
  expectToMatch(timeline.json, "/api/v1/receipts/lookup", "post", 200)
  return { keys, questionId: timeline.json.questionId as string }
}

describe("POST /api/v1/receipts/messages", () => {
  it("answers the question, and a repeated request with the same answer", async () => {
    const { keys, questionId } = await asked()
    const body = { ...keys, questionId, answer: "Page 3" }
    const first = await call(send, path, { body })
    expect(first.status).toBe(201)
    expectToMatch(first.json, path, "post", 201)
    expect((await call(send, path, { body })).json).toEqual(first.json)
    const timeline = await call(lookup, "/", { body: keys })
    expectToMatch(timeline.json, "/api/v1/receipts/lookup", "post", 200)
    expect(timeline.json).toMatchObject({ status: "received", messages: [{}, { text: "Page 3" }] })
  })

  it("refuses another answer to an answered question, and an empty one", async () => {
    const { keys, questionId } = await asked()
    const body = { ...keys, questionId, answer: "Page 3" }
    const empty = await call(send, path, { body: { ...body, answer: " " } })
    expect([empty.status, empty.json.errors[0].pointer]).toEqual([422, "#/answer"])
    expectToMatch(empty.json, path, "post", 422, problem)
    await call(send, path, { body })
    const other = await call(send, path, { body: { ...body, answer: "Page 4" } })
    expect(other.status).toBe(409)
    expectToMatch(other.json, path, "post", 409, problem)
  })

  it.each([
    ["en", /waits for an answer/],
    ["zh", /不需要回答/],
  ])("says in the caller's language that a question is closed (%s)", async (language, words) => {
    const { keys } = await asked()
    const { json } = await call(send, path, {
      headers: { "accept-language": language },
      body: { ...keys, questionId: "msg_none", answer: "Page 3" },
    })
    expect(json.detail).toMatch(words)
  })

  it("counts wrong codes like the look-up does", async () => {
    const { keys, questionId } = await asked()
    const tryWrong = () =>
      call(send, path, { body: { ...keys, code: "wrong", questionId, answer: "Page 3" } })
    for (let tries = 0; tries < 10; tries++) expect((await tryWrong()).status).toBe(404)
    const { status, response, json } = await tryWrong()
    expect(status).toBe(429)
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0)
    expectToMatch(json, path, "post", 429, problem)
  })
})
