import { type Locale, wordsFor } from "@/app/_words"
import { Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import type { NoticeFile } from "@/lib/notice"

type Props = { readonly locale: Locale; readonly slug: string; readonly versions: NoticeFile["versions"] }

/** The published versions, each at its own public address for good. */
export const NoticeVersions = ({ locale, slug, versions }: Props) => {
  const t = wordsFor(locale, "consoleNotice")
  return (
    <Section id="versions" title={t("versions")}>
      {versions.length === 0 ? <p className="empty">{t("neverPublished")}</p> : null}
      <ul className="plain-list">
        {versions.map(({ number, publishedAt, correction, confirmed }) => (
          <li key={number}>
            <a href={`/${locale}/notices/${slug}/v/${number}`}>{t("version", { number })}</a>{" "}
            <When locale={locale} at={publishedAt} />
            {correction ? <p>{correction[locale]}</p> : null}
            {confirmed.length > 0 ? (
              <details className="fold">
                <summary>{t("findings.confirmed", { count: confirmed.length })}</summary>
                <ul>
                  {confirmed.map(({ finding, reason, by }) => (
                    <li key={finding}>
                      {t("findings.confirmedBy", {
                        finding: finding.slice(finding.indexOf(":") + 1),
                        reason,
                        by: by.name,
                      })}
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
