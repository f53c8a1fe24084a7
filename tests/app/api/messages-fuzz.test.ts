import fc from "fast-check"
import { expect, it } from "vitest"
import { POST as send } from "@/app/api/v1/receipts/messages/route"
import { askReporter, claimTip, getTip } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const path = "/api/v1/receipts/messages"

it("answers any message with 201 or a problem, and stores one answer to a question at most", async () => {
  const { tipId, receipt } = await submitted()
  const { version } = await claimTip(as("mei"), { tipId })
  const { question } = await askReporter(as("mei"), { tipId, version, question: "Which page was it?" })
  const keys = { number: receipt.number, code: receipt.code }
  const almost = fc.record(
    {
      questionId: fc.oneof(fc.constant(question?.messageId), fc.string({ maxLength: 80 }), fc.jsonValue()),
      answer: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  const bodies = fc.oneof(
    almost.map((part) => ({ ...keys, ...part })),
    fc.jsonValue(),
  )
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const { status, json } = await call(send, path, { body: JSON.stringify(body) })
      expect([201, 400, 404, 409, 422, 429]).toContain(status)
      if (status !== 201) expect(json.title).toMatch(/\S/)
    }),
    { numRuns: 200 },
  )
  const { messages } = await getTip(as("mei"), { tipId })
  expect(messages.filter(({ from }) => from === "reporter").length).toBeLessThanOrEqual(1)
})
