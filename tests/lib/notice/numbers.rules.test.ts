import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { numbersIn } from "@/lib/notice/numbers"

const amounts = (language: "zh" | "en", text: string) => numbersIn(language, text).map(({ amount }) => amount)

describe("numbers of a Chinese text", () => {
  it.each<[string, string[]]>([
    ["关闭网站3218家", ["3218"]],
    ["关闭网站３，２１８家", ["3218"]],
    ["关闭网站3,218家", ["3218"]],
    ["三千二百一十八家网站", ["3218"]],
    ["叁仟贰佰壹拾捌家", ["3218"]],
    ["1.2亿元", ["120000000"]],
    ["１．２亿元", ["120000000"]],
    ["金额1.2 亿元", ["120000000"]],
    ["一亿二千万元", ["120000000"]],
    ["1亿2000万元", ["120000000"]],
    ["3万5千条", ["35000"]],
    ["2.5万亿元", ["2500000000000"]],
    ["三万亿元", ["3000000000000"]],
    ["百万元", ["1000000"]],
    ["两千余家", ["2000"]],
    ["百余家网站", ["100"]],
    ["近千家网站", ["1000"]],
    ["增长15%", ["15%"]],
    ["增长百分之十五", ["15%"]],
    ["百分之三点五", ["3.5%"]],
    ["提高2.5个百分点", ["2.5%"]],
    ["2017年7月至11月", ["2017", "7", "11"]],
    ["二〇一七年", ["2017"]],
    ["十九大", ["19"]],
    ["三个部门，四部门", ["3", "4"]],
    ["1~3月和5~7月", ["1", "3", "5", "7"]],
    ["第3版", ["3"]],
    ["侵权链接删除共五万余条，另有十二起", ["50000", "12"]],
  ])("%s", (text, found) => {
    expect(amounts("zh", text)).toEqual(found)
  })

  it.each([
    "进一步统一部署，一批网站，一些问题，第一部分，第二部分，第三方平台",
    "千方百计，四面八方，万一，三令五申",
    "{{figure:jianwang-2017/websites-closed}}家",
    "[国家版权局](https://www.ncac.gov.cn/2018/0116.html)",
    "详见https://a.example/2018/1，下同",
    "附件2018-report.pdf",
    "正文[^1]",
    "## 一、工作情况\n\n（二）查办案件\n\n1. 网站\n\n- 2、链接",
    "MP4视频，GB/T15834",
  ])("none in: %s", (text) => {
    expect(amounts("zh", text)).toEqual([])
  })
})

describe("numbers of an English text", () => {
  it.each<[string, string[]]>([
    ["3,218 websites closed", ["3218"]],
    ["120 million yuan", ["120000000"]],
    ["1.2 hundred million yuan", ["120000000"]],
    ["RMB 1.2bn", ["1200000000"]],
    ["three thousand two hundred and eighteen websites", ["3218"]],
    ["a hundred websites, two dozen apps", ["100", "24"]],
    ["rose by 15 per cent, then by 2.5 percentage points, then 3%", ["15%", "2.5%", "3%"]],
    ["fifteen percent", ["15%"]],
    ["from July to November 2017", ["7", "11", "2017"]],
    ["on 16 January 2018", ["16", "1", "2018"]],
    ["the 19th Congress", ["19"]],
    ["twenty-five cases", ["25"]],
    ["four agencies", ["4"]],
  ])("%s", (text, found) => {
    expect(amounts("en", text)).toEqual(found)
  })

  it.each([
    "one of the parts, and no one else may do",
    "It may march on",
    "the first and the second part",
    "see [the site](https://a.example/2018/01) and https://b.example/3.",
    "file report-2018.pdf, format MP4, v2",
    "## 1. The campaign\n\n2) links\n\n- 3. items",
    "{{figure:jianwang-2017/websites-closed}} websites[^2]",
    "often, tent, weight, lone",
  ])("none in: %s", (text) => {
    expect(amounts("en", text)).toEqual([])
  })
})

describe("the same amount", () => {
  const amount = fc.integer({ min: 2, max: 999_999_999 })
  const inWords = (value: number): string => {
    const digits = "零一二三四五六七八九"
    const below = (part: number): string =>
      [...String(part).padStart(4, "0")]
        .map((digit, index) =>
          digit === "0" ? "零" : `${digits[Number(digit)]}${["千", "百", "十", ""][index]}`,
        )
        .join("")
        .replaceAll(/零+/g, "零")
        .replace(/零$/, "")
    const parts = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4]
    return parts
      .map((part, index) => (part === 0 ? "" : `${below(part)}${["亿", "万", ""][index]}`))
      .join("")
      .replace(/^零/, "")
  }

  it("is the same in digits, in Chinese words and in English", () => {
    fc.assert(
      fc.property(amount, (value) => {
        const [plain] = amounts("zh", `共${value}家`)
        expect(amounts("zh", `共${inWords(value)}家`)).toEqual([plain])
        expect(amounts("en", `${value.toLocaleString("en")} websites`)).toEqual([plain])
        expect(amounts("zh", `共${value.toLocaleString("en")}家`)).toEqual([plain])
      }),
    )
  })

  it("is the same by 万 and 亿 as by million and billion", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (tenths) => {
        const value = tenths / 10
        expect(amounts("zh", `约${value}亿元`)).toEqual(
          amounts("en", `about ${Number((value * 100).toFixed(3))} million yuan`),
        )
        expect(amounts("zh", `约${value}万元`)).toEqual(
          amounts("en", `about ${Number((value * 10).toFixed(3))} thousand yuan`),
        )
      }),
    )
  })
})
