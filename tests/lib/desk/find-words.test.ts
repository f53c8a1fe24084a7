import { describe, expect, it } from "vitest"
import { findWords } from "@/lib/desk"
import { claimTip, declineTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const found = async (text: string) =>
  (await findWords(as("mei"), { text })).rows.map(({ row, excerpt }) => [row.tipId, excerpt])

describe("words within what is open", () => {
  it("are found in descriptions, works and targets, Chinese within whatever stands around it, oldest first", async () => {
    const first = await submitted({
      description: "这个网站可以免费观看整季的海底小纵队，还有广告。",
      locale: "zh",
    })
    const second = await submitted({ work: "海底小纵队 第八季" })
    const third = await submitted({ targets: ["https://octonauts-free.example/watch"] })
    expect(await found("海底小纵队")).toEqual([
      [first.tipId, expect.stringContaining("整季的海底小纵队")],
      [second.tipId, "海底小纵队 第八季"],
    ])
    expect(await found("小纵队 广告")).toEqual([[first.tipId, expect.anything()]])
    expect(await found("octonauts-free")).toEqual([[third.tipId, expect.anything()]])
    expect(await found("海底两万里")).toEqual([])
    expect(await found("   ")).toEqual([])
  })

  it("are found while somebody has the tip in hand, and no more once it is decided", async () => {
    const { tipId } = await submitted({ description: "Nothing but zeppelins, whole and for free." })
    const { version } = await claimTip(as("mei"), { tipId })
    expect(await found("zeppelins")).toEqual([[tipId, expect.anything()]])
    await declineTip(as("mei"), { tipId, version, reason: "abusive" })
    expect(await found("zeppelins")).toEqual([])
  })

  it("are told with how many were looked through", async () => {
    const { looked, isMore } = await findWords(as("auditor"), { text: "nothing of the kind" })
    expect(looked).toBeGreaterThan(2)
    expect(isMore).toBe(false)
    await expect(findWords(as("officer"), { text: "zeppelins" })).rejects.toMatchObject({ code: "forbidden" })
  })
})
