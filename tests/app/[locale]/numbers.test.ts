// Every number that the public reads is walked back: to campaigns.json, to approved entries of the ledger, or to the
// person who confirmed it in a notice.
import { parse } from "csv-parse/sync"
import { parseHTML } from "linkedom"
import { beforeAll, describe, expect, it } from "vitest"
import { seed } from "@/infra/local/content"
import { eventsOf } from "@/lib/audit"
import facts from "@/lib/campaign/data/campaigns.json" with { type: "json" }
import { approveNotice, createNotice, listPublished, submitNotice } from "@/lib/notice"
import { routeOf } from "@/tests/support/app/routes"
import { campaignWithFigures } from "@/tests/support/figures"
import { as, visitor } from "@/tests/support/people"

const counted = "walked-figures"
/** What two publishers approved of its ledger, which tests/support/figures.ts records; and its dates. */
const approved = [12_000, 3, 0]
const itsDates = ["2025-05", "2025-06-30"]
/** Published by the seed, and one with a number that its second publisher confirms. */
const notices = ["jianwang-2017-results", "walked-notice"]

const units: Readonly<Record<string, number>> = {
  万: 1e4,
  亿: 1e8,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
}
const number = /(\d[\d,]*(?:\.\d+)?)(?:\s*(万|亿|thousand|million|billion|[KMB]\b))?/gi

type Read = { readonly written: string; readonly value: number; readonly step: number }

/** Numbers as a reader takes them; `step` is the place that the last digit stands for. */
const numbersOf = (text: string): Read[] =>
  [...text.matchAll(number)].map(([written, digits = "", unit = ""]) => {
    const factor = units[unit] ?? units[unit.toUpperCase()] ?? 1
    const places = digits.split(".")[1]?.length ?? 0
    return {
      written: written.trim(),
      value: Math.round(Number(digits.replaceAll(",", "")) * factor * 1e6) / 1e6,
      step: factor / 10 ** places,
    }
  })

const leaves = (value: unknown): unknown[] =>
  value !== null && typeof value === "object" ? Object.values(value).flatMap(leaves) : [value]
const stated = (value: unknown): number[] =>
  leaves(value).flatMap((leaf) => {
    if (typeof leaf === "number") return [leaf]
    return typeof leaf === "string" ? numbersOf(leaf.replaceAll("-", " ")).map((one) => one.value) : []
  })

/** Figures and years of the sources, and what their texts state: dates, titles, notes. */
const sourced = new Set([...stated(facts), ...approved, ...stated(itsDates)])
/** A number with a unit may be rounded to its last digit. */
const standsFor = (known: Iterable<number>, { value, step }: Read) =>
  [...known].some((one) => one === value || (step > 1 && Math.abs(one - value) <= step / 2))

/** The day on which the portal answers, in either zone. */
const todays = [0, 8].flatMap((hours) =>
  new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10).split("-").map(Number),
)

const get = async (path: string, headers: Record<string, string> = {}) => {
  const { handlers, params } = await routeOf(path)
  const request = new Request(`http://localhost:3000${path}`, { headers })
  const response = await handlers.GET?.(request, { params: Promise.resolve(params) })
  if (response?.status !== 200) throw new Error(`${path} is answered ${response?.status}`)
  return response.text()
}

/** What a document says, without dates that are marked as such, and addresses. */
const mainOf = (html: string) => {
  const { document } = parseHTML(html)
  for (const aside of document.querySelectorAll("main :is(time, code)")) aside.remove()
  for (const element of document.querySelectorAll("main *")) element.append(" ")
  return document
}

const strays = (text: string, known: ReadonlySet<number>) =>
  numbersOf(text)
    .filter((one) => !standsFor(known, one) && !todays.includes(one.value))
    .map(({ written }) => written)

const slugs = [...facts.campaigns.map(({ slug }) => slug), counted]
/** The figures of one campaign, and no other's. */
const figuresOf = (slug: string) =>
  slug === counted
    ? approved
    : (facts.campaigns.find((one) => one.slug === slug)?.figures ?? []).map(({ value }) => value)

const both = (paths: readonly string[]) =>
  ["zh", "en"].flatMap((locale) => paths.map((path) => `/${locale}${path}`))

beforeAll(async () => {
  await seed()
  await campaignWithFigures(counted)
  const [, slug = ""] = notices
  const title = { zh: "工作通报", en: "Notice of work" }
  await createNotice(as("pia"), {
    slug,
    title,
    body: { zh: "共有4,321人参加。", en: "4,321 people took part." },
  })
  await submitNotice(as("pia"), { slug, version: 1 })
  const confirmations = [{ finding: "number:4321", reason: "As the organisers counted" }]
  await approveNotice(as("quan"), { slug, version: 2, confirmations })
})

it("that has no source would be found", () => {
  expect(strays("61,999 websites, 6.2万, 1.1 million", sourced)).toEqual(["61,999", "6.2万"])
})

describe("a number", () => {
  const paths = ["", "/campaigns", ...slugs.map((slug) => `/campaigns/${slug}`)]
  const revisions = [1, 2].map((revision) => `/campaigns/${counted}/figures/${revision}`)

  it.each(both([...paths, ...revisions]))(
    "on %s, charts and their tables included, has a source",
    async (path) => {
      expect(strays(mainOf(await get(path)).querySelector("main")?.textContent ?? "", sourced)).toEqual([])
    },
  )

  it.each(both(slugs.map((slug) => `/campaigns/${slug}`)))(
    "on a card of %s is that campaign's own",
    async (path) => {
      const own = figuresOf(path.split("/").at(-1) ?? "")
      const cards = [...mainOf(await get(path)).querySelectorAll(".portal-card__value")]
      const read = cards.flatMap(({ textContent }) => numbersOf(textContent ?? ""))
      expect(read.filter((one) => !standsFor(own, one)).map(({ written }) => written)).toEqual([])
      expect(read.length > 0).toBe(own.length > 0)
    },
  )

  it.each(slugs)("in a file of %s is that campaign's own", async (slug) => {
    const own = new Set(figuresOf(slug))
    const path = `/api/v1/campaigns/${slug}/figures`
    const { figures } = JSON.parse(await get(path))
    const rows = parse<{ value: string }>(await get(path, { accept: "text/csv" }), {
      bom: true,
      columns: true,
    })
    expect(
      figures.map(({ value }: { value: number }) => value).filter((value: number) => !own.has(value)),
    ).toEqual([])
    expect(rows.map(({ value }) => Number(value)).filter((value) => !own.has(value))).toEqual([])
    expect(rows).toHaveLength(figures.length)
  })

  it.each(both(["/notices/feed.xml"]))("in %s is a figure, or was confirmed", async (path) => {
    const { document } = parseHTML(await get(path))
    const texts = [...document.querySelectorAll("entry > :is(title, summary, content)")]
    const known = new Set([...sourced, ...(await Promise.all(notices.map(confirmedIn))).flat()])
    expect(texts.length).toBeGreaterThan(0)
    for (const { textContent } of texts)
      expect(strays(parseHTML(`<p>${textContent}</p>`).document.textContent ?? "", known)).toEqual([])
  })
})

/** The numbers that somebody confirmed in the present version of a notice. */
const confirmedIn = async (slug: string): Promise<number[]> => {
  const events = await eventsOf(`notice#${slug}`)
  const published = events.findLast(({ type }) => type === "notice.published")
  const data = published?.data as { readonly confirmed?: readonly Confirmed[] } | undefined
  const confirmed = data?.confirmed ?? []
  for (const { by, reason } of confirmed) expect([by.name, reason].every(Boolean)).toBe(true)
  return stated(confirmed.map(({ finding }) => finding))
}

type Confirmed = { readonly finding: string; readonly reason: string; readonly by: { readonly name: string } }

describe("a notice", () => {
  it("stands in this list, or its numbers are not walked", async () => {
    expect((await listPublished(visitor(), {})).map(({ slug }) => slug).toSorted()).toEqual(
      notices.toSorted(),
    )
  })

  it.each(both(notices.flatMap((slug) => [`/notices/${slug}`, `/notices/${slug}/v/1`])))(
    "%s states figures, and numbers that somebody confirmed with a reason",
    async (path) => {
      const slug = path.split("/")[3] ?? ""
      const article = mainOf(await get(path)).querySelector(".portal-article")?.textContent ?? ""
      const known = new Set([...sourced, ...(await confirmedIn(slug))])
      expect(numbersOf(article).length).toBeGreaterThan(0)
      expect(strays(article, known)).toEqual([])
    },
  )

  it("with a number that nobody confirmed would be found", async () => {
    const article = await get("/en/notices/walked-notice")
    expect(strays(mainOf(article).querySelector(".portal-article")?.textContent ?? "", sourced)).toContain(
      "4,321",
    )
  })
})
