import { parseHTML } from "linkedom"
import type { ReactElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { FigureCards, FigureTable } from "@/app/_document/figure/figure-parts"
import { YearsChart } from "@/app/_document/figure/years-chart"
import { locales, wordsFor } from "@/app/_words"
import type { Figure } from "@/lib/campaign"

const source = (official: boolean) => ({
  title: "Briefing",
  titleZh: "通气会",
  publisher: "P",
  date: "2022",
  url: "https://source.example/",
  official,
})
const figure = (given: Partial<Figure>): Figure => ({
  metric: "websites-closed",
  value: 1_066,
  status: "final",
  precision: "exact",
  publishedOn: "2022",
  sources: [source(true)],
  ...given,
})

const shown = (element: ReactElement) =>
  parseHTML(`<html><body>${renderToStaticMarkup(element)}</body></html>`).document.body
const chart = (locale: "zh" | "en", figures: readonly Figure[]) =>
  shown(
    <YearsChart
      locale={locale}
      metric="websites-closed"
      points={[
        ...figures.map((one, at) => ({ year: 2021 + at, figure: one })),
        { year: 2030, figure: undefined },
      ]}
    />,
  )

describe.each(locales)("in %s", (locale) => {
  const t = wordsFor(locale, "campaign")

  it("a figure that counts more than its metric is marked at its bar, in the table and on its card", () => {
    const wider = figure({ counts: "websites-and-apps" })
    const plot = chart(locale, [wider, figure({})])
    expect([...plot.querySelectorAll(".portal-chart__value")].map(({ textContent }) => textContent)).toEqual([
      locale === "zh" ? "1066*" : "1,066*",
      locale === "zh" ? "1066" : "1,066",
    ])
    const words = t("counts.websites-and-apps")
    expect(plot.textContent).toContain(`* ${words}`)
    expect(plot.querySelector("tbody")?.textContent).toContain(words)
    expect(shown(<FigureCards locale={locale} figures={[wider]} />).textContent).toContain(words)
  })

  it("a figure that no official page gives is marked so, and one that an official page gives is not", () => {
    const repost = figure({ sources: [source(false)] })
    const both = figure({ sources: [source(false), source(true)] })
    expect(chart(locale, [repost]).textContent).toContain(t("chart.marks.repost"))
    expect(chart(locale, [both]).textContent).not.toContain("†")
    expect(shown(<FigureCards locale={locale} figures={[repost]} />).textContent).toContain(t("repost"))
    expect(shown(<FigureCards locale={locale} figures={[both]} />).textContent).not.toContain(t("repost"))
  })

  it("shows when a figure was published, and a cut-off only where one is stated", () => {
    const table = (figures: readonly Figure[]) =>
      [
        ...shown(
          <FigureTable locale={locale} campaign="c" caption="c" figures={figures} sources={[]} />,
        ).querySelectorAll("thead th"),
      ].map(({ textContent }) => textContent)
    expect(table([figure({})])).not.toContain(t("page.date"))
    expect(table([figure({})])).toContain(t("page.published"))
    expect(table([figure({ asOf: "2022-06-30" })])).toContain(t("page.date"))
  })

  it("a year without a figure says why", () => {
    expect(chart(locale, [figure({})]).textContent).toContain(t("chart.noFigure"))
  })
})
