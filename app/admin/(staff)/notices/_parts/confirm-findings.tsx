import { type Locale, wordsFor } from "@/app/_words"
import { Field } from "@/app/admin/_ui/form/field"
import { type Finding, isDifference } from "@/lib/notice"
import { byGravity, findingText } from "./finding-list"

/** One reason per finding; numbers that both languages state, such as dates, may share one. */
export const ConfirmFindings = ({ locale, findings }: { locale: Locale; findings: readonly Finding[] }) => {
  const t = wordsFor(locale, "consoleNotice")
  if (findings.length === 0) return null
  const shares = findings.filter((finding) => !isDifference(finding))
  return (
    <fieldset>
      <legend>{t("findings.title")}</legend>
      <p className="hint">{t("findings.confirm")}</p>
      {shares.length > 1 ? (
        <Field
          name="shared-reason"
          label={t("findings.shared")}
          hint={t("findings.sharedHint")}
          optional=""
        />
      ) : null}
      {byGravity(findings).map((finding) => (
        <div key={finding.key}>
          {isDifference(finding) ? null : <input type="hidden" name={`shared.${finding.key}`} value="yes" />}
          <Field
            name={`confirmed.${finding.key}`}
            label={`${isDifference(finding) ? `${t("findings.difference")} ` : ""}${findingText(locale, finding)}`}
          />
        </div>
      ))}
    </fieldset>
  )
}
