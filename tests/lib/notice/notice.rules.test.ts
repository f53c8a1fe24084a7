import { describe, expect, it } from "vitest"
import { type NoticeAct, NoticeText, noticeAfter, noticeStatuses, Slug } from "@/lib/notice/notice"

const acts: readonly NoticeAct[] = ["edit", "submit", "return", "publish"]

const possible: Readonly<Record<string, string>> = {
  "draft edit": "draft",
  "draft submit": "in-review",
  "in-review return": "draft",
  "in-review publish": "published",
  "published edit": "draft",
}

describe("the life of a notice", () => {
  it.each(noticeStatuses.flatMap((status) => acts.map((act) => [status, act] as const)))(
    "%s, %s",
    (status, act) => {
      expect(noticeAfter(status, act)).toBe(possible[`${status} ${act}`])
    },
  )
})

describe("the text of a notice", () => {
  const text = (en: string) => ({ title: { zh: "题", en: "T" }, body: { zh: "文", en } })

  it("is the same whatever ends its lines", () => {
    expect(NoticeText.parse(text("one\r\ntwo\rthree\n")).body.en).toBe("one\ntwo\nthree")
  })

  it.each([
    ["empty", ""],
    ["blank", " \r\n "],
    ["too long", "x".repeat(30_001)],
  ])("is refused when one language is %s", (_, en) => {
    expect(NoticeText.safeParse(text(en)).success).toBe(false)
  })

  it("is measured after it is trimmed", () => {
    expect(NoticeText.safeParse(text(`  ${"x".repeat(30_000)}  `)).success).toBe(true)
  })
})

describe("the address of a notice", () => {
  it.each(["results-2026", "abc", "2026"])("may be %s", (slug) => {
    expect(Slug.safeParse(slug).success).toBe(true)
  })

  it.each(["ab", "Results", "a--b", "-ab", "ab-", "feed.xml", "结果", "a/b", "x".repeat(81)])(
    "may not be %s",
    (slug) => {
      expect(Slug.safeParse(slug).success).toBe(false)
    },
  )
})
