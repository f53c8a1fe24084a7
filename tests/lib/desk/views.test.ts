import { describe, expect, it } from "vitest"
import { queueViews } from "@/lib/desk"
import { followTip, submitTip } from "@/lib/reporter"
import { answerQuestion, askReporter, claimTip } from "@/lib/tip"
import { aTip } from "@/tests/support/factory"
import { as, reporterOf, visitor } from "@/tests/support/people"

const at = (hours: number) => new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000).toISOString()
const send = async (hours: number) => (await submitTip(visitor(at(hours)), aTip())).tipId

describe("what of a queue asks for attention", () => {
  it("is one's own claims, what was answered, what is late, and what others left", async () => {
    const [old, left, mine, asked] = [await send(0), await send(71), await send(72), await send(73)]
    await claimTip(as("bo", at(74)), { tipId: left })
    await claimTip(as("mei", at(100)), { tipId: mine })
    const { version } = await claimTip(as("bo", at(74)), { tipId: asked })
    await askReporter(as("bo", at(74)), { tipId: asked, version, question: "Where did you see it?" })
    const seen = async (name: "mei" | "bo" | "auditor") => {
      const { rows, isMore } = await queueViews(as(name, at(100)), {})
      const ids = (all: readonly { readonly tipId: string }[]) => all.map(({ tipId }) => tipId)
      return { isMore, ...Object.fromEntries(Object.entries(rows).map(([view, all]) => [view, ids(all)])) }
    }
    const nothing = {
      mine: [],
      answered: [],
      overdue: [old],
      "second-person": [],
      expired: [left],
      isMore: false,
    }
    expect(await seen("mei")).toEqual({ ...nothing, mine: [mine] })
    expect(await seen("bo")).toEqual(nothing)
    const { questionId = "" } = await followTip(reporterOf(asked), {})
    await answerQuestion(reporterOf(asked), { questionId, answer: "On the first page" })
    expect(await seen("auditor")).toEqual({ ...nothing, answered: [asked] })
    await expect(queueViews(as("pia"), {})).rejects.toMatchObject({ code: "forbidden" })
  })
})
