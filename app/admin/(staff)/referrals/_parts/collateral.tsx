import { type Locale, wordsFor } from "@/app/_words"
import { platformName } from "@/app/_words/platform-name"
import { shownText } from "@/app/_words/shown-text"
import type { Finding } from "@/lib/collateral"

type Props = {
  readonly locale: Locale
  readonly found: readonly Finding[]
  /** Of sites that came when it had been weighed. */
  readonly isLater?: boolean
}

/** What of a case's sites could hurt others, each with the reason it is named for. */
export const Collateral = ({ locale, found, isLater = false }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  if (found.length === 0) return <p className="quiet">{t("collateral.none")}</p>
  return (
    <>
      <p>
        <strong>{t(isLater ? "collateral.later" : "collateral.title")}</strong>
      </p>
      <ul>
        {found.map((finding) => (
          <li key={`${finding.site} ${finding.kind}`}>
            {shownText(finding.site)}
            {t("collateral.colon")}
            {t(`collateral.kinds.${finding.kind}`, { name: nameOf(locale, finding) })}
          </li>
        ))}
      </ul>
    </>
  )
}

const nameOf = (locale: Locale, finding: Finding) =>
  finding.kind === "platform" ? platformName(locale, finding.name) : finding.name
