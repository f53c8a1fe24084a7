import fc from "fast-check"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { NoticeBody } from "@/app/_document/notice-body"
import type { FrozenFigure } from "@/lib/notice"
import { faultsOf } from "@/tests/support/html/faults-of"

const rendered = (
  body: string,
  { idPrefix, locale = "zh" }: { idPrefix?: string; locale?: "zh" | "en" } = {},
) =>
  renderToStaticMarkup(<NoticeBody locale={locale} body={body} figures={[]} idPrefix={idPrefix} />)
    .replace(/^<div class="portal-article">/, "")
    .replace(/<\/div>$/, "")

const linksIn = (html: string) =>
  [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href, text]) => [href, text])

describe("tildes", () => {
  it.each(["1~3月和5~7月", "约10~20家，另有3~5家", "a~b~c", "第1~3章及第5~7章"])(
    "one is a range: %s",
    (text) => {
      expect(rendered(text)).toBe(`<p>${text}</p>`)
    },
  )

  it.each([
    ["~~已撤销~~", "<p><del>已撤销</del></p>"],
    ["关闭~~（约10家）~~网站", "<p>关闭<del>（约10家）</del>网站</p>"],
  ])("two strike out: %s", (text, html) => {
    expect(rendered(text)).toBe(html)
  })
})

describe("bold", () => {
  it.each([
    ["**关闭网站。**共三千家", "<p><strong>关闭网站。</strong>共三千家</p>"],
    ["共**（三千家）**网站", "<p>共<strong>（三千家）</strong>网站</p>"],
    ["打击**“剑网”**行动", "<p>打击<strong>“剑网”</strong>行动</p>"],
    ["其中**《通知》**要求", "<p>其中<strong>《通知》</strong>要求</p>"],
    ["*注：*见下文", "<p><em>注：</em>见下文</p>"],
    ["**plain** bold", "<p><strong>plain</strong> bold</p>"],
  ])("may touch full-width punctuation: %s", (text, html) => {
    expect(rendered(text)).toBe(html)
  })
})

describe("bare addresses", () => {
  it.each([
    ["详见https://www.ncac.gov.cn/a，另见下文", "https://www.ncac.gov.cn/a"],
    ["（https://a.example/b）", "https://a.example/b"],
    ["“https://a.example/b”。", "https://a.example/b"],
    ["https://a.example/b。", "https://a.example/b"],
    ["https://a.example/b、及其他", "https://a.example/b"],
    ["https://a.example/b；https", "https://a.example/b"],
    ["《https://a.example/b》", "https://a.example/b"],
    ["https://a.example/搜索?q=影视，另见", "https://a.example/搜索?q=影视"],
    ["https://a.example/b.，另见", "https://a.example/b"],
    ["http://a.example：端口", "http://a.example"],
  ])("end at Chinese punctuation: %s", (text, address) => {
    expect(linksIn(rendered(text))).toEqual([[encodeURI(address), address]])
  })

  it("stand one beside the other", () => {
    const text = "https://a.example/1，https://b.example/2、www.c.example。"
    expect(linksIn(rendered(text)).map(([, shown]) => shown)).toEqual([
      "https://a.example/1",
      "https://b.example/2",
    ])
  })

  it("without a scheme end there too", () => {
    expect(linksIn(rendered("见 www.a.example/b，下同"))).toEqual([
      ["http://www.a.example/b", "www.a.example/b"],
    ])
  })

  it("keep every letter of the text", () => {
    const piece = fc.constantFrom(
      "https://a.example/x",
      "，",
      "。",
      "（",
      "）",
      "文",
      " ",
      "www.b.example",
      "a@b.example",
      ".",
      "~",
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("").trim()
        // Two tildes strike text out: these are marks, no letters.
        fc.pre(!text.includes("~~"))
        const shown = rendered(`句${text}`).replaceAll(/<[^>]*>/g, "")
        expect(shown.trim()).toBe(
          `句${text}`.replaceAll(/ +/g, (blanks) => (blanks.length > 1 ? blanks : " ")).trim(),
        )
      }),
    )
  })

  it("of a link that its author wrote are left as they are", () => {
    expect(linksIn(rendered("[见此，及彼](https://a.example/，b)"))).toEqual([
      [encodeURI("https://a.example/，b"), "见此，及彼"],
    ])
  })
})

describe("footnotes", () => {
  const body = "正文[^1]，再引[^1]，另一[^b]。\n\n[^1]: 甲。\n[^b]: 乙。"
  const idsOf = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  const targetsOf = (html: string) =>
    [...html.matchAll(/(?:href="#|aria-describedby=")([^"]*)"/g)].map(([, id]) => id)

  it.each([undefined, "zh-"])("lead somewhere and back (prefix %s)", (idPrefix) => {
    const html = rendered(body, { idPrefix })
    const ids = idsOf(html)
    expect(new Set(ids).size).toBe(ids.length)
    expect(targetsOf(html).length).toBeGreaterThan(0)
    for (const target of targetsOf(html)) expect(ids).toContain(target)
  })

  it("have no id in common with another text of the page", () => {
    const [one, other] = ["zh-", "en-"].map((idPrefix) => idsOf(rendered(body, { idPrefix })))
    expect(one?.filter((id) => other?.includes(id))).toEqual([])
  })

  it.each([
    ["zh", "脚注"],
    ["en", "Footnotes"],
  ] as const)("are named in the reader's language (%s)", (locale, name) => {
    const html = rendered(body, { locale })
    expect(html).toContain(`>${name}</h2>`)
    expect(html).not.toMatch(locale === "zh" ? /Back to/ : /返回/)
  })
})

describe("an author", () => {
  it.each([
    "<script>alert(1)</script>",
    '<img src="https://a.example/pixel">',
    "![](https://a.example/pixel)",
    "[x](javascript:alert(1))",
    '<b onclick="alert(1)">x</b>',
  ])("brings no markup and no request: %s", (body) => {
    expect(rendered(body)).not.toMatch(/<script|<img|javascript:|<b /)
  })
})

describe("the figures", () => {
  it("lead to their rows, also where two texts stand on one page", () => {
    const figure: FrozenFigure = {
      reference: "{{figure:jianwang-2017/websites-closed}}",
      campaign: "jianwang-2017",
      metric: "websites-closed",
      value: 2554,
      status: "final",
      precision: "exact",
    }
    const html = renderToStaticMarkup(
      <NoticeBody locale="zh" body={`关闭${figure.reference}家`} figures={[figure]} idPrefix="zh-" />,
    )
    expect(html).toContain('<a href="#zh-figure-1" class="portal-figure">')
  })
})

describe("the HTML", () => {
  const pieces = [
    "# 标题 ^1\n\n",
    "## 第一部分\n\n",
    "###### Small\n\n",
    "正文[^a]，另见[^长 名]。",
    "[^a]: 注一\n\n",
    "[^长 名]: 注二\n\n    又一段\n\n",
    "| 省 | 家 |\n|:---|---:|\n| 甲 | 1 |\n\n",
    "- [ ] 待办\n- [x] done\n  1. one\n\n",
    "1. 甲\n   > 引\n\n",
    "~~旧~~ **新。** *注* `code` ",
    "```js\nx < 1 && y\n```\n\n",
    "[链接](https://a.example/?a=1&b=2) https://b.example/x，下文\n\n",
    '<div><p align="center">raw</div>\n\n',
    "![图](https://a.example/i.png)",
    "line  \nbreak\n\n---\n\n",
    "&amp; &lt; \u202e反 \u0007 ",
  ]
  it("is valid whatever is written, also where two texts stand on one page", async () => {
    const body = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(""))
    await fc.assert(
      fc.asyncProperty(body, body, async (zh, en) => {
        const page = renderToStaticMarkup(
          <html lang="zh">
            <head>
              <title>x</title>
            </head>
            <body>
              <h1>x</h1>
              <NoticeBody locale="zh" body={zh} figures={[]} idPrefix="zh-" />
              <NoticeBody locale="en" body={en} figures={[]} idPrefix="en-" />
            </body>
          </html>,
        )
        expect(await faultsOf(`<!doctype html>${page}`)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
