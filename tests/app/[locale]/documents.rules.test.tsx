import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { html } from "@/app/_document/html"
import { NotFound } from "@/app/_document/not-found"
import { type Locale, locales } from "@/app/_words"
import { AccessibilityPage } from "@/app/[locale]/accessibility/accessibility-page"
import { CampaignPage } from "@/app/[locale]/campaigns/[slug]/campaign-page"
import { RevisionPage } from "@/app/[locale]/campaigns/[slug]/figures/[number]/revision-page"
import { CampaignListPage } from "@/app/[locale]/campaigns/campaign-list-page"
import { HomePage } from "@/app/[locale]/home-page"
import { NoticePage } from "@/app/[locale]/notices/[slug]/notice-page"
import { NoticeListPage, partOf } from "@/app/[locale]/notices/notice-list-page"
import { OpenDataPage } from "@/app/[locale]/open-data/open-data-page"
import { PrivacyPage } from "@/app/[locale]/privacy/privacy-page"
import { defaultRetention } from "@/lib/settings"
import { figuresOf } from "@/lib/statistics"
import { campaign, demo, figures, notice, revision } from "@/tests/support/app/published-content"

const all = [
  { campaign: demo, figures: [] },
  { campaign, figures },
]
const { body: _, figures: __, ...row } = notice
const sources = figures.flatMap((figure) => figure.sources)

const pages = (locale: Locale) => ({
  "": <HomePage locale={locale} notices={[row]} headline={all[1]} />,
  "/notices": <NoticeListPage locale={locale} part={{ notices: [row], number: 1, hasEarlier: true }} />,
  "/notices/results": <NoticePage locale={locale} notice={notice} campaigns={[campaign]} sources={sources} />,
  "/notices/results/v/1": (
    <NoticePage locale={locale} notice={notice} campaigns={[]} sources={[]} isAtVersion />
  ),
  "/campaigns": <CampaignListPage locale={locale} all={all} history={[]} />,
  "/campaigns/jianwang-2017": (
    <CampaignPage locale={locale} campaign={campaign} figures={figures} all={all} revisions={[]} />
  ),
  "/campaigns/counted": (
    <CampaignPage
      locale={locale}
      campaign={{ ...demo, slug: "counted", state: "ended", endedOn: "2026-08-31" }}
      figures={figuresOf(revision)}
      all={all}
      revisions={[revision, { ...revision, number: 1 }]}
    />
  ),
  "/campaigns/demo-2026/figures/2": <RevisionPage locale={locale} campaign={demo} revision={revision} />,
  "/campaigns/demo-2026/figures/1": (
    <RevisionPage locale={locale} campaign={demo} revision={{ ...revision, number: 1 }} />
  ),
  "/campaigns/demo-2026": (
    <CampaignPage locale={locale} campaign={demo} figures={[]} all={all} revisions={[]} />
  ),
  "/open-data": <OpenDataPage locale={locale} campaigns={[campaign]} />,
  "/privacy": <PrivacyPage locale={locale} retention={defaultRetention} />,
  "/accessibility": <AccessibilityPage locale={locale} />,
  "/not-found": <NotFound locale={locale} />,
})

const texts = locales.flatMap((locale) =>
  Object.entries(pages(locale)).map(([path, element]) => ({
    locale,
    path,
    text: renderToStaticMarkup(element),
  })),
)
const textOf = (locale: Locale, path: string) =>
  texts.find((one) => one.locale === locale && one.path === path)?.text ?? ""

describe.each(texts)("/$locale$path", ({ locale, path, text }) => {
  it("names its language and its other language's address", () => {
    const other = locale === "zh" ? "en" : "zh"
    expect(text).toContain(locale === "zh" ? '<html lang="zh-Hans"' : '<html lang="en"')
    expect(text).toContain(`class="portal-header__language" href="/${other}${path}"`)
    const alternates = [...text.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/g)]
    expect(alternates.map(([, language, href]) => [language, href])).toEqual(
      path === "/not-found"
        ? []
        : [
            ["zh-Hans", `http://localhost:3000/zh${path}`],
            ["en", `http://localhost:3000/en${path}`],
          ],
    )
  })

  it("has one h1 and no heading that skips a level", () => {
    const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  it("runs no script, and has no style or handler that the policy would refuse", () => {
    expect(text).not.toMatch(/<script|<style| style="| on[a-z]+="|javascript:/i)
  })

  it("has no id twice, and every link within the page arrives", () => {
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
    for (const [, label] of text.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(label)
  })
})

describe("a region of a page", () => {
  it.each(texts)("has a name of its own in /$locale$path", ({ text }) => {
    const names = [...text.matchAll(/<(?:section|nav)[^>]* aria-label(?:ledby)?="([^"]+)"/g)].map(
      ([, name]) => name,
    )
    expect(new Set(names).size).toBe(names.length)
  })
})

describe("a campaign's page", () => {
  it.each([
    ["zh", "10项措施中，有2项因有误已冲销（20%）"],
    ["en", "Of the 10 measures that these figures count, 2 were wrong and have been reversed (20%)."],
  ] as const)("says how many of the measures behind its figures were taken back (%s)", (locale, text) => {
    const counted = figuresOf(revision).map((figure) => ({
      ...figure,
      ledger: { revision: 2, entries: 12, reversals: 2 },
    }))
    const page = (
      <CampaignPage locale={locale} campaign={demo} figures={counted.slice(0, 1)} all={all} revisions={[]} />
    )
    expect(renderToStaticMarkup(page)).toContain(text)
  })

  it("says how exact a figure is, its status, its date and its source", () => {
    const text = textOf("zh", "/campaigns/jianwang-2017")
    for (const words of ["约276万件", "最终数据", "来源为约数", "2018年1月16日", "官方来源"])
      expect(text).toContain(words)
  })

  it("tells interim and final figures in tables of their own", () => {
    const [, ...tables] = textOf("en", "/campaigns/jianwang-2017").split(
      '<caption class="govuk-table__caption',
    )
    expect(tables).toHaveLength(2)
    expect(tables[0]).not.toContain("1.51 million")
    expect(tables[1]).not.toContain("2.76 million")
  })

  it("leaves what was not published away, and never says zero", () => {
    expect(textOf("en", "/campaigns/demo-2026")).toContain("No figures have been published yet")
    expect(textOf("en", "/campaigns/jianwang-2017")).not.toContain("Criminal cases")
  })

  it("names a source without a plain address, and links to none", () => {
    expect(textOf("en", "/campaigns/jianwang-2017")).not.toContain('href="https://a.example')
  })

  it("marks a demo, which is no year of the record", () => {
    expect(textOf("zh", "/campaigns/demo-2026")).toContain("这是演示行动")
    expect(textOf("en", "/campaigns")).not.toMatch(/portal-chart__year[^>]*>2026</)
  })
})

describe("figures that the portal published", () => {
  it("name their ledger as the source, and tell a stated zero from a counted figure", () => {
    const text = textOf("en", "/campaigns/counted")
    for (const words of [
      "This portal’s ledger, 3 entries.",
      "Stated as zero by the publishers",
      "2026 to 31 August 2026",
    ])
      expect(text).toContain(words)
    for (const number of [1, 2]) expect(text).toContain(`href="/en/campaigns/counted/figures/${number}"`)
  })

  it("stay readable when a later revision takes their place, and say so", () => {
    expect(textOf("zh", "/campaigns/demo-2026/figures/1")).toContain("已被后一版取代")
    expect(textOf("zh", "/campaigns/demo-2026/figures/2")).not.toContain("已被后一版取代")
  })

  it("bear the mark of a demo", () => {
    expect(textOf("zh", "/campaigns/demo-2026/figures/2")).toContain("这是演示行动")
  })
})

describe("a notice's page", () => {
  it("puts each figure in the place of its reference, leading to its row", () => {
    expect(textOf("zh", "/notices/results")).toContain(
      '<a href="#figure-1" class="portal-figure">约276万件</a>',
    )
    expect(textOf("en", "/notices/results")).toContain(
      '<a href="#figure-1" class="portal-figure">about 2.76 million</a>',
    )
  })

  it("renders nothing that its author could run or load from elsewhere", () => {
    const text = textOf("zh", "/notices/results")
    expect(text).not.toContain("<img")
    expect(text).not.toContain("javascript:")
    expect(text).toContain("通报&lt;甲&gt;")
  })

  it("says at a superseded version where the current one is", () => {
    expect(textOf("en", "/notices/results/v/1")).toContain(
      'superseded. <a class="govuk-link" href="/en/notices/results">',
    )
  })
})

describe("the list of notices", () => {
  const rows = Array.from({ length: 45 }, (_, index) => ({ ...row, slug: `notice-${index}` }))
  it.each([
    [1, 20, true],
    [2, 20, true],
    [3, 5, false],
  ])("has on page %d %d notices", (number, count, hasEarlier) => {
    const part = partOf(rows, number)
    expect([part?.notices.length, part?.hasEarlier]).toEqual([count, hasEarlier])
  })

  it("ends where the notices end, and begins even without any", () => {
    expect(partOf(rows, 4)).toBeUndefined()
    expect(partOf([], 1)?.notices).toEqual([])
  })
})

describe("html()", () => {
  it("closes the page to everything but its own style and forms", async () => {
    const response = await html(<NotFound locale="zh" />, { status: 404 })
    expect(response.status).toBe(404)
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(await response.text()).toMatch(/^<!doctype html><html lang="zh-Hans"/)
  })

  it("opens to a page's modules and to the store only where it is told", async () => {
    const response = await html(<NotFound locale="zh" />, {
      policy: { scripts: true, storeOrigin: "https://store.example" },
    })
    const policy = response.headers.get("content-security-policy")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self' https://store.example;")
    expect(policy).toContain("form-action 'self' https://store.example;")
  })
})
