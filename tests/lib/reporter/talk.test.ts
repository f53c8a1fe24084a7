import { describe, expect, it } from "vitest"
import { chainFaults, eventsOf } from "@/lib/audit"
import { sha256 } from "@/lib/kernel/crypto"
import { followTip } from "@/lib/reporter"
import { answerQuestion, askReporter, claimTip, declineTip, getTip, listTips, releaseTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf, system, visitor } from "@/tests/support/people"

const question = "On which page did you see the film?"
const answer = "On page 3,\nbelow the advertisement."
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()

const asked = async () => {
  const { tipId } = await submitted()
  const { version } = await claimTip(as("mei"), { tipId })
  const tip = await askReporter(as("mei"), { tipId, version, question })
  return { tipId, version: tip.version, questionId: tip.question?.messageId ?? "" }
}
const rowOf = async (tipId: string) => (await listTips(as("mei"), {})).rows.find((row) => row.tipId === tipId)

describe("a question to the reporter", () => {
  it("reaches the reporter without who asked, and the staff with it", async () => {
    const { tipId, questionId } = await asked()
    const followed = await followTip(reporterOf(tipId), {})
    expect(followed).toMatchObject({
      status: "awaiting-reporter",
      questionId,
      answerBy: expect.any(String),
    })
    expect(followed.messages).toEqual([
      { messageId: questionId, from: "moderator", text: question, sentAt: expect.any(String) },
    ])
    expect(followed.steps.map(({ step }) => step)).toEqual(["received", "screening", "asked"])
    expect(JSON.stringify(followed)).not.toMatch(/mei/i)
    const { messages } = await getTip(as("auditor"), { tipId })
    expect(messages).toMatchObject([{ text: question, author: { id: "mei", name: "Mei" } }])
  })

  it("is recorded with the hash of its text, and so is the answer", async () => {
    const { tipId, questionId } = await asked()
    const { messageId } = await answerQuestion(reporterOf(tipId), { questionId, answer })
    const events = await eventsOf(tipId)
    expect(events.slice(-2)).toMatchObject([
      {
        type: "tip.asked",
        actor: { id: "mei" },
        data: { messageId: questionId, textHash: sha256(question) },
      },
      {
        type: "tip.answered",
        actor: { kind: "reporter" },
        data: { messageId, textHash: sha256(answer), replyTo: questionId },
      },
    ])
    expect(chainFaults(events)).toEqual([])
  })

  it("is asked by a moderator alone, who holds the tip, about a tip in screening", async () => {
    const { tipId } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    const seen = { tipId, version, question }
    await expect(askReporter(as("cai"), seen)).rejects.toMatchObject({ code: "forbidden" })
    await expect(askReporter(visitor(), seen)).rejects.toMatchObject({ code: "unauthenticated" })
    await expect(askReporter(as("bo"), seen)).rejects.toMatchObject({ reason: "tip-not-yours" })
    await expect(askReporter(as("mei"), { ...seen, question: " " })).rejects.toMatchObject({
      code: "invalid",
    })
    const released = await releaseTip(as("mei"), { tipId, version })
    await expect(askReporter(as("mei"), { ...seen, version: released.version })).rejects.toMatchObject({
      reason: "tip-status",
    })
  })

  it("loses the race against a decision, and says who made it", async () => {
    const { tipId } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    await declineTip(as("mei"), { tipId, version, reason: "site-gone" })
    await expect(askReporter(as("mei"), { tipId, version, question })).rejects.toMatchObject({
      code: "conflict",
      lastChange: { by: "Mei", did: "tip.declined" },
    })
    expect((await getTip(as("mei"), { tipId })).messages).toEqual([])
  })

  it("keeps the tip from others for 14 days; then it is decided without an answer", async () => {
    const { tipId } = await asked()
    await expect(claimTip(as("bo"), { tipId })).rejects.toMatchObject({ reason: "tip-awaits-answer" })
    await expect(claimTip(as("bo", days(13.9)), { tipId })).rejects.toMatchObject({ code: "conflict" })
    const { version, status } = await claimTip(as("bo", days(14.1)), { tipId })
    expect(status).toBe("screening")
    const decided = await declineTip(as("bo"), { tipId, version, reason: "not-enough-information" })
    expect(decided.status).toBe("declined")
  })
})

describe("an answer", () => {
  it("brings the tip back to the queue, marked", async () => {
    const { tipId, questionId } = await asked()
    expect(await rowOf(tipId)).toBeUndefined()
    await answerQuestion(reporterOf(tipId), { questionId, answer })
    expect(await rowOf(tipId)).toMatchObject({ status: "received", answeredAt: expect.any(String) })
    const { tip, messages } = await getTip(as("mei"), { tipId })
    expect(tip.question).toBeUndefined()
    expect(messages.map(({ from, text }) => [from, text])).toEqual([
      ["moderator", question],
      ["reporter", answer],
    ])
    expect(await followTip(reporterOf(tipId), {})).not.toHaveProperty("questionId")
  })

  it("sent twice at once is stored once", async () => {
    const { tipId, questionId } = await asked()
    const send = () => answerQuestion(reporterOf(tipId), { questionId, answer })
    const sent = [...(await Promise.all([send(), send(), send()])), await send()]
    const { messages } = await getTip(as("mei"), { tipId })
    const stored = messages.filter(({ from }) => from === "reporter")
    expect(stored).toHaveLength(1)
    expect(new Set(sent.map(({ messageId }) => messageId))).toEqual(new Set([stored[0]?.messageId]))
  })

  it("is taken late as long as nothing is decided, and makes the decider look again", async () => {
    const { tipId, questionId } = await asked()
    const { version } = await claimTip(as("bo", days(15)), { tipId })
    await answerQuestion(reporterOf(tipId), { questionId, answer })
    expect((await getTip(as("bo"), { tipId })).tip).toMatchObject({
      status: "screening",
      claim: { id: "bo" },
    })
    await expect(declineTip(as("bo"), { tipId, version, reason: "site-gone" })).rejects.toMatchObject({
      code: "conflict",
      lastChange: { did: "tip.answered" },
    })
  })

  it("is refused when the question is closed, also by the decision", async () => {
    const { tipId, questionId } = await asked()
    const closed = { code: "conflict", reason: "question-closed" }
    const send = (id: string) => answerQuestion(reporterOf(tipId), { questionId: id, answer })
    await expect(send("msg_none")).rejects.toMatchObject(closed)
    const { version } = await claimTip(as("bo", days(15)), { tipId })
    await declineTip(as("bo"), { tipId, version, reason: "site-gone" })
    await expect(send(questionId)).rejects.toMatchObject(closed)
    expect(await followTip(reporterOf(tipId), {})).not.toHaveProperty("questionId")
  })

  it("comes from the reporter alone, for the own tip alone", async () => {
    const { questionId } = await asked()
    const other = await submitted()
    const sent = { questionId, answer }
    await expect(answerQuestion(as("mei"), sent)).rejects.toMatchObject({ code: "forbidden" })
    await expect(answerQuestion(system(), sent)).rejects.toMatchObject({ code: "forbidden" })
    await expect(answerQuestion(reporterOf(other.tipId), sent)).rejects.toMatchObject({
      reason: "question-closed",
    })
  })
})
