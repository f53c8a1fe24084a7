import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { isDomainError } from "@/lib/kernel/errors"
import { parse } from "@/lib/kernel/parse"
import { numberFrom, plainCode, plainText, Written } from "@/lib/kernel/text"

const anything = fc.string({ unit: "binary" })

describe("the gate of all text", () => {
  it.each([
    ["a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"],
    ["a\tb", "a\tb"],
    ["a\u0000b\u001b[31mc\u007f", "ab[31mc"],
    ["e\u0301te\u0301", "\u00e9t\u00e9"],
    ["\u1112\u1161\u11ab", "한"],
    ["photo\u202egnp.exe", "photo\u202egnp.exe"],
    ["电影，免费。", "电影，免费。"],
    ["👨‍👩‍👧", "👨‍👩‍👧"],
    ["ｆｕｌｌ", "ｆｕｌｌ"],
    ["\u200bseen\ufeff", "\u200bseen\ufeff"],
  ])("takes %j in as %j", (typed, plain) => {
    expect(plainText(typed)).toBe(plain)
  })

  it("changes nothing the second time, and leaves only what can be stored and shown", () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const plain = plainText(typed)
        expect(plainText(plain)).toBe(plain)
        expect(plain).not.toMatch(/[^\P{Cc}\n\t]/u)
      }),
    )
  })

  it("finds again what was typed, apart from controls and how it is composed", () => {
    const marks = fc.constantFrom("\u202e", "\u2066", "\t", "e\u0301", "字", "🎬")
    fc.assert(
      fc.property(fc.array(marks), (parts) => {
        expect(plainText(parts.join(""))).toBe(parts.join("").normalize("NFC"))
      }),
    )
  })

  const schema = z.strictObject({ rows: z.array(z.strictObject({ text: z.string() })) })

  it.each([
    [{ rows: [{ text: "ok" }, { text: "half \ud83d" }] }, ["rows", 1, "text"]],
    [{ rows: [{ text: "\udc00" }] }, ["rows", 0, "text"]],
    [{ rows: [], "\ud800": 1 }, []],
    ["\ud83d", []],
  ])("refuses half of a character where it stands: %j", (input, path) => {
    try {
      parse(schema, input)
      expect.unreachable()
    } catch (error) {
      expect(isDomainError(error) && error.issues).toEqual([{ path, rule: "text-broken" }])
    }
  })

  it("takes any input or refuses it, however deep it is", () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        try {
          parse(schema, input)
        } catch (error) {
          expect(isDomainError(error)).toBe(true)
        }
      }),
    )
    const deep = JSON.parse(`${"[".repeat(5_000)}${"]".repeat(5_000)}`)
    expect(() => parse(schema, deep)).toThrow("invalid")
  })
})

describe("a least length", () => {
  const says = (text: string) => Written({ min: 10, max: 50 }).safeParse(text).success
  it.each(["全集免费看", "整部电影可免费看完", "全集 free film", "ten letters", "영화무료로"])(
    "is reached by %s",
    (text) => {
      expect(says(text)).toBe(true)
    },
  )
  it.each([
    "",
    "太短",
    "too short",
    "a\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b",
    "x         y",
  ])("is not reached by %j", (text) => {
    expect(says(text)).toBe(false)
  })
})

describe("a code as people copy it", () => {
  it.each([
    "7k3m-9qx2-abcd",
    "7K3M 9QX2 ABCD",
    "７ｋ３ｍ－９ｑｘ２－ａｂｃｄ",
    "7k3m—9qx2–abcd",
    "7k3m−9qx2‑abcd",
    "7k3m。9qx2．abcd",
    "\u200b7k3m-9qx2\u00a0abcd\ufeff",
    "7k3m_9qx2・abcd",
    "编号：7k3m-9qx2-abcd",
    "7k3m\u30009qx2\tabcd\n",
    "「7k3m-9qx2-abcd」",
  ])("%j is read", (typed) => {
    expect(plainCode(typed)).toBe("7k3m9qx2abcd")
  })

  it("is read from anything, and a second time as the same", () => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(plainCode(plainCode(typed))).toBe(plainCode(typed))
      }),
    )
  })
})

describe("a number as people write it", () => {
  it.each([
    ["12", 12],
    ["１２", 12],
    ["1，200", 1200],
    ["1,200,000", 1_200_000],
    ["1 200", 1200],
    ["１，２００", 1200],
    ["1、200", 1200],
    ["\u200b12", 12],
    ["1.5", 1.5],
    ["１．５", 1.5],
    ["276万", 2_760_000],
    ["1.2 亿", 120_000_000],
    ["3千万", 30_000_000],
    ["－3", -3],
    ["−3", -3],
    [" +7 ", 7],
    ["1,0000", 10_000],
  ])("%s is %d", (typed, number) => {
    expect(numberFrom(typed)).toBe(number)
  })

  it.each(["", " ", "-", "one", "1,2", "1e3", "0x10", "1.2.3", "12件", "Infinity", "NaN", "万"])(
    "%j is none",
    (typed) => {
      expect(numberFrom(typed)).toBeNaN()
    },
  )

  it("is read from anything without throwing, and from what it writes", () => {
    fc.assert(
      fc.property(anything, (typed) => {
        expect(typeof numberFrom(typed)).toBe("number")
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => {
        expect(numberFrom(`${number}`)).toBe(number)
        expect(numberFrom(number.toLocaleString("en"))).toBe(number)
      }),
    )
  })
})
