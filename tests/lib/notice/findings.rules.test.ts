import { describe, expect, it } from "vitest"
import { findingsOf, isDifference } from "@/lib/notice/findings"

const text = (zh: string, en: string) => ({ title: { zh: "通报", en: "Notice" }, body: { zh, en } })
const closed = "{{figure:past/websites-closed}}"
const removed = "{{figure:past/links-removed}}"

describe("what has to be confirmed", () => {
  it("is nothing in a text of references", () => {
    expect(findingsOf(text(`关闭${closed}`, `Closed: ${closed}`), undefined)).toEqual([])
  })

  it("is a number typed by hand, once for both languages", () => {
    expect(findingsOf(text("关闭1.2亿家", "120 million closed"), undefined)).toEqual([
      { key: "number:120000000", kind: "typed-number", zh: ["1.2亿"], en: ["120 million"] },
    ])
  })

  it.each([
    ["关闭3218家", "3,281 closed"],
    ["关闭三千家", "three hundred closed"],
    ["增长15%", "grew by 15"],
  ])("is a number that the languages state differently: %s / %s", (zh, en) => {
    const findings = findingsOf(text(zh, en), undefined)
    expect(findings).toHaveLength(2)
    expect(findings.every(isDifference)).toBe(true)
  })

  it("is a number in a title", () => {
    const titled = { title: { zh: "关闭500家", en: "Sites closed" }, body: { zh: "文", en: "x" } }
    expect(findingsOf(titled, undefined)).toMatchObject([{ key: "number:500", zh: ["500"], en: [] }])
  })

  it("is a figure that one language lacks", () => {
    expect(findingsOf(text(`${closed}和${removed}`, closed), undefined)).toEqual([
      { key: `reference:zh:${removed}`, kind: "reference-in-one", language: "zh", reference: removed },
    ])
  })

  it("is a part that was changed in one language only", () => {
    const published = text("甲", "first")
    expect(findingsOf(text("乙", "first"), published)).toMatchObject([
      { kind: "changed-in-one", language: "zh", part: "body" },
    ])
    expect(findingsOf({ ...published, title: { zh: "通报", en: "Report" } }, published)).toMatchObject([
      { kind: "changed-in-one", language: "en", part: "title" },
    ])
    expect(findingsOf(text("乙", "second"), published)).toEqual([])
    expect(findingsOf(published, published)).toEqual([])
  })
})
