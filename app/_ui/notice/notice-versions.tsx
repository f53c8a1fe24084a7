import { type Locale, wordsFor } from "@/app/_words"
import type { Notice } from "@/lib/notice"
import { Section } from "../parts"

type Props = { readonly locale: Locale; readonly notice: Notice }

/** The published versions, each at its own public address for good. */
export const NoticeVersions = ({ locale, notice: { slug, published } }: Props) => {
  const t = wordsFor(locale, "consoleNotice")
  const numbers = Array.from({ length: published }, (_, at) => published - at)
  return (
    <Section id="versions" title={t("versions")}>
      {published === 0 ? <p className="empty">{t("neverPublished")}</p> : null}
      <ul className="plain-list">
        {numbers.map((number) => (
          <li key={number}>
            <a href={`/${locale}/notices/${slug}/v/${number}`}>{t("version", { number })}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
