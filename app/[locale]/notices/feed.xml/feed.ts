import XMLBuilder from "fast-xml-builder"
import { type Locale, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import type { Correction, PublishedRow } from "@/lib/notice"

const entriesMax = 50
const beforeAnyNotice = "1970-01-01T00:00:00Z"

/** What XML 1.0 forbids even as a reference (production 2, Char); one of them makes a reader drop the whole feed. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu
const allowed = (_: string, value: unknown) => String(value).replaceAll(forbidden, "\ufffd")

const xml = new XMLBuilder({
  attributeNamePrefix: "@",
  ignoreAttributes: false,
  suppressEmptyNode: true,
  format: true,
  tagValueProcessor: allowed,
  attributeValueProcessor: allowed,
})

const correctionText = (locale: Locale, correction: Correction) =>
  wordsFor(locale, "notice")("correction", { reason: correction[locale] })

/** The newest notices as Atom (RFC 4287). A new version of a notice updates its entry. */
export const atomFeed = (locale: Locale, notices: readonly PublishedRow[], origin: string): string => {
  const address = (path: string) => new URL(`/${locale}${path}`, origin).href
  const html = (path: string) => ({ "@rel": "alternate", "@type": "text/html", "@href": address(path) })
  return xml.build({
    "?xml": { "@version": "1.0", "@encoding": "utf-8" },
    feed: {
      "@xmlns": "http://www.w3.org/2005/Atom",
      "@xml:lang": languageTags[locale],
      id: address("/notices"),
      title: wordsFor(locale, "notice")("feedTitle"),
      updated: notices[0]?.publishedAt ?? beforeAnyNotice,
      author: { name: wordsFor(locale, "common")("administration") },
      link: [
        { "@rel": "self", "@type": "application/atom+xml", "@href": address("/notices/feed.xml") },
        html("/notices"),
      ],
      entry: notices
        .slice(0, entriesMax)
        .map(({ slug, title, publishedAt, firstPublishedAt, correction }) => ({
          id: address(`/notices/${slug}`),
          title: title[locale],
          ...(firstPublishedAt ? { published: firstPublishedAt } : {}),
          updated: publishedAt,
          link: html(`/notices/${slug}`),
          summary: correction ? correctionText(locale, correction) : title[locale],
        })),
    },
  })
}
