import { type Locale, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import type { PublishedRow } from "@/lib/notice"

const entriesMax = 50
const beforeAnyNotice = "1970-01-01T00:00:00Z"

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const escapeXml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

/** The newest notices as Atom (RFC 4287). A new version of a notice updates its entry. */
export const atomFeed = (locale: Locale, notices: readonly PublishedRow[], origin: string) => {
  const t = wordsFor(locale, "notice")
  const address = (path: string) => escapeXml(new URL(`/${locale}${path}`, origin).href)
  const entries = notices.slice(0, entriesMax).map(
    ({ slug, title, publishedAt }) => `
  <entry>
    <id>${address(`/notices/${slug}`)}</id>
    <title>${escapeXml(title[locale])}</title>
    <updated>${escapeXml(publishedAt)}</updated>
    <link rel="alternate" type="text/html" href="${address(`/notices/${slug}`)}"/>
    <summary>${escapeXml(title[locale])}</summary>
  </entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTags[locale]}">
  <id>${address("/notices")}</id>
  <title>${escapeXml(t("feedTitle"))}</title>
  <updated>${escapeXml(notices[0]?.publishedAt ?? beforeAnyNotice)}</updated>
  <author><name>${escapeXml(wordsFor(locale, "common")("administration"))}</name></author>
  <link rel="self" type="application/atom+xml" href="${address("/notices/feed.xml")}"/>
  <link rel="alternate" type="text/html" href="${address("/notices")}"/>${entries.join("")}
</feed>
`
}
