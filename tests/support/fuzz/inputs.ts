import fc from "fast-check"

/** How many inputs a run generates in all: a sample in CI, 100,000 by `npm run fuzz`. */
export const inputsMax = Number(process.env.FUZZ_INPUTS ?? 500)

/** What people paste and what breaks parsers, beside any text at all. */
const pieces = fc.constantFrom(
  ...[
    "https://films.example/1",
    "https：//films。example/１",
    "pan.baidu.com/s/1AbC 提取码: 1234",
    "magnet:?xt=urn:btih:",
  ],
  ...[
    "https://www.douyin.com/",
    "http://10.0.0.1/",
    "ed2k://|file|a|1|",
    "全集免费看完",
    "１２",
    "1，200",
    "{{figure:a/b}}",
  ],
  ...[
    "\u0000",
    "\u202e",
    "\u200b",
    "\ud83d",
    "\udc00",
    "\r\n",
    "\t",
    "%E0%A4%A",
    "'",
    '"',
    "<b>",
    "=1+1",
    "__proto__",
    "🎬",
    "e\u0301",
  ],
)
export const anyText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 8 })
      .map((parts) => parts.join("")),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", " ", "constructor", "null", "9".repeat(400), "长".repeat(3_000)),
  },
)

export const anyValue = fc.oneof(
  { weight: 6, arbitrary: anyText },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, -1, 0.5, 1e308, true, [], {}) },
)

/** An object of whose named fields each is good, strange, or absent. */
export const almost = (good: Readonly<Record<string, unknown>>) =>
  fc.record(
    Object.fromEntries(
      Object.entries(good).map(([name, value]) => [
        name,
        fc.oneof({ weight: 5, arbitrary: fc.constant(value) }, { weight: 2, arbitrary: anyValue }),
      ]),
    ),
    { requiredKeys: Object.keys(good).filter((_, at) => at % 2 === 0), noNullPrototype: true },
  )
