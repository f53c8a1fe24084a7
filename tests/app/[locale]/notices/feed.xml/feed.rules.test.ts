import { parseXml } from "@rgrove/parse-xml"
import fc from "fast-check"
import { XMLParser, XMLValidator } from "fast-xml-parser"
import { describe, expect, it } from "vitest"
import { atomFeed } from "@/app/[locale]/notices/feed.xml/feed"
import { notice } from "@/tests/support/app/published-content"

const origin = "https://portal.example"
const parse = (text: string) =>
  new XMLParser({ ignoreAttributes: false, isArray: (name) => name === "entry" || name === "link" }).parse(
    text,
  )

describe("the feed of notices", () => {
  it.each(["zh", "en"] as const)("is well-formed Atom in %s with all that RFC 4287 requires", (locale) => {
    const text = atomFeed(locale, [notice, { ...notice, slug: "older" }], origin)
    expect(XMLValidator.validate(text)).toBe(true)
    const { feed } = parse(text)
    expect(feed["@_xmlns"]).toBe("http://www.w3.org/2005/Atom")
    expect(feed.id).toBe(`${origin}/${locale}/notices`)
    expect(feed.title).toBeTruthy()
    expect(feed.author.name).toBeTruthy()
    expect(new Date(feed.updated).toISOString()).toBe(notice.publishedAt)
    expect(feed.link.map((link: Record<string, string>) => link["@_rel"])).toEqual(["self", "alternate"])
    expect(feed.entry).toHaveLength(2)
    expect(feed.entry[0].id).toBe(`${origin}/${locale}/notices/results`)
    expect(feed.entry[0].title).toBe(notice.title[locale])
    expect(feed.entry[0].updated).toBe(notice.publishedAt)
    expect(feed.entry[0].link[0]["@_href"]).toBe(`${origin}/${locale}/notices/results`)
  })

  it("is a feed before there is any notice", () => {
    const text = atomFeed("zh", [], origin)
    expect(XMLValidator.validate(text)).toBe(true)
    expect(parse(text).feed.updated).toBeTruthy()
  })

  const titled = (title: string) => atomFeed("en", [{ ...notice, title: { zh: title, en: title } }], origin)

  it.each([
    ["a control character", "Results\u000b of 2018", "Results\ufffd of 2018"],
    ["the end of a CDATA section", "a ]]> b", "a ]]> b"],
    ["half of a pair", "\ud83d film", "\ufffd film"],
    ["what is no character", "\uffff", "\ufffd"],
    ["markup", '<b>&amp; "it\'s"</b>', '<b>&amp; "it\'s"</b>'],
    ["an emoji", "\u{1f4fa}", "\u{1f4fa}"],
  ])("stays well-formed where a title holds %s", (_, title, read) => {
    const text = parseXml(titled(title)).text
    expect(text).toContain(read)
  })

  it("stays well-formed whatever a title holds", () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
    fc.assert(fc.property(fc.string({ unit }), (title) => void parseXml(titled(title))))
  })
})
