import { type Locale, wordsFor } from "@/app/_words"
import { type Finding, isDifference } from "@/lib/notice"

/** A finding in words, for who has to judge it. */
export const findingText = (locale: Locale, finding: Finding): string => {
  const t = wordsFor(locale, "consoleNotice")
  switch (finding.kind) {
    case "typed-number": {
      const [zh, en] = [finding.zh.join("，"), finding.en.join(", ")]
      if (en === "") return t("findings.onlyIn", { language: t("languages.zh"), written: zh })
      if (zh === "") return t("findings.onlyIn", { language: t("languages.en"), written: en })
      return t("findings.typed", { zh, en })
    }
    case "reference-in-one":
      return t("findings.reference", {
        language: t(`languages.${finding.language}`),
        reference: finding.reference,
      })
    case "changed-in-one":
      return t("findings.changed", { language: t(`languages.${finding.language}`), part: t(finding.part) })
  }
}

/** The graver first. */
export const byGravity = (findings: readonly Finding[]): Finding[] => [
  ...findings.filter(isDifference),
  ...findings.filter((one) => !isDifference(one)),
]

/** What the second publisher will have to confirm with a reason, so that the writer can mend it before. */
export const FindingList = ({ locale, findings }: { locale: Locale; findings: readonly Finding[] }) => {
  const t = wordsFor(locale, "consoleNotice")
  if (findings.length === 0) return <p className="quiet">{t("findings.none")}</p>
  return (
    <>
      <p>{t("findings.note")}</p>
      <ul>
        {byGravity(findings).map((finding) => (
          <li key={finding.key}>
            {isDifference(finding) ? <strong>{t("findings.difference")} </strong> : null}
            {findingText(locale, finding)}
          </li>
        ))}
      </ul>
    </>
  )
}
