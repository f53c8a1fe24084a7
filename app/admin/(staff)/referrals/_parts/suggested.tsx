import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { estimate as estimateAction } from "@/app/admin/(staff)/referrals/actions"
import type { Authority } from "@/lib/authority"
import type { Person } from "@/lib/kernel/actor"
import type { CaseId } from "@/lib/kernel/id"
import { type Estimate, estimateCase, type Routed } from "@/lib/routing"
import { becauseText } from "./rule-text"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly caseId: CaseId
  readonly authorities: readonly Authority[]
  readonly routed: Routed
  readonly estimate: Estimate
}

/** Which authority the rules suggest for a case, and why; and what an officer estimates, which they look at. */
export const Suggested = ({ locale, person, caseId, authorities, routed, estimate }: Props) => {
  const t = wordsFor(locale, "consoleRouting")
  const { suggestions, number } = routed
  return (
    <>
      {number > 0 ? <h3>{t("suggested", { number })}</h3> : null}
      {number > 0 && suggestions.length === 0 ? <p className="quiet">{t("noSuggestion")}</p> : null}
      {suggestions.length > 0 ? (
        <ol>
          {suggestions.map(({ to, rule, because }) => (
            <li key={to}>
              <strong>{authorities.find(({ authorityId }) => authorityId === to)?.name[locale] ?? to}</strong>
              <span className="under">
                {t("rule", { name: rule.name[locale], because: becauseText(locale, because) })}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {may(person, estimateCase) ? (
        <ActionForm
          fold={t("estimate")}
          action={estimateAction}
          carries={{ caseId, version: estimate.version }}
        >
          <p className="hint">{t("estimateNote")}</p>
          <Field
            name="gain"
            kind="number"
            label={t("gain")}
            optional={t("optional")}
            initial={estimate.gain?.toString()}
          />
          <Field
            name="works"
            kind="number"
            label={t("works")}
            optional={t("optional")}
            initial={estimate.works?.toString()}
          />
          <Send>{t("estimate")}</Send>
        </ActionForm>
      ) : null}
    </>
  )
}
