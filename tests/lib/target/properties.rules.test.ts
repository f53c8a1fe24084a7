import fc from "fast-check"
import { expect, it } from "vitest"
import { readTargets } from "@/lib/target"

/** Pieces of what people paste, so that what is generated comes near to addresses. */
const pieces = fc.constantFrom(
  ...[
    "https://",
    "https：//",
    "hxxp://",
    "http:/",
    "magnet:?xt=urn:btih:",
    "ed2k://|file|",
    "thunder://",
    "//",
    "/",
    "?",
    "#/",
    "#!",
  ],
  ...[
    "films.example",
    "films。example",
    "电影.中国",
    "pan.baidu.com/s/1",
    "www.douyin.com",
    "10.0.0.1",
    "[::1]",
    "@",
    ":8080",
    "com",
  ],
  ...[
    "提取码: ",
    "1234",
    "，",
    "。",
    "、",
    " ",
    "\n",
    "\u200b",
    "\u202e",
    "【",
    "】",
    "（",
    "utm_source=x&",
    "id=7",
    "%zz",
    "%E4",
    "免费看",
  ],
)
const pasted = fc.oneof(
  fc
    .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 14 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
)
const entries = fc.array(pasted, { maxLength: 6 })

const compact = (text: string) =>
  text.replaceAll(/\s|\p{Default_Ignorable_Code_Point}|\p{Cc}|[\uFFFC\uFFFD]/gu, "")

it("reads anything without throwing, and each site is short enough to be a key", () => {
  fc.assert(
    fc.property(entries, (texts) => {
      for (const one of readTargets(texts))
        if ("target" in one) {
          expect(one.target.site).toMatch(/\S/)
          expect(one.target.site.length).toBeLessThanOrEqual(260)
        }
    }),
    { numRuns: 1_000 },
  )
})

it("reads its own normal form as the same target", () => {
  fc.assert(
    fc.property(entries, (texts) => {
      for (const one of readTargets(texts)) {
        if (!("target" in one) || one.target.kind === "name") continue
        const { text, site, kind } = one.target
        expect(readTargets([text])).toMatchObject([{ target: { text, site, kind } }])
      }
    }),
    { numRuns: 1_000 },
  )
})

it("keeps all that was typed, each piece with what was read of it", () => {
  fc.assert(
    fc.property(entries, (texts) => {
      const readings = readTargets(texts)
      const lines = new Set(readings.flatMap(({ typed }) => typed.split("\n")))
      for (const [at, text] of texts.entries()) {
        if (compact(text) === "") continue
        expect(readings.some(({ entries: of }) => of.includes(at))).toBe(true)
        for (const line of text.split(/\r\n|[\r\n\u2028\u2029\u0085\v\f]/u))
          if (compact(line) !== "") expect([...lines]).toContain(line.trim())
      }
    }),
    { numRuns: 1_000 },
  )
})

it("finds an address whatever prose stands around it", () => {
  const before = fc.constantFrom("", "看这里 ", "网址：", "“", "（", "【全集】", "see <", "\u200e", "1. ")
  const behind = fc.constantFrom("", "。", "，免费看", "”", "）", "、", " 提取码: 1234", "！", ">", " etc.")
  fc.assert(
    fc.property(before, fc.webUrl(), behind, (lead, address, trail) => {
      const host = new URL(address).hostname
      fc.pre(!/\.(lan|home|corp|local|internal|private)$/.test(host))
      const found = readTargets([`${lead}${address}${trail}`])
      expect(found).toHaveLength(1)
      expect("target" in (found[0] ?? {}) && JSON.stringify(found[0])).toContain(host)
    }),
    { numRuns: 1_000 },
  )
})
