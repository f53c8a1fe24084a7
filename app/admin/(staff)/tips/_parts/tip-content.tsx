import { type Locale, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import { shownText } from "@/app/_words/shown-text"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { siteHref } from "@/app/admin/_ui/site-href"
import { TargetList } from "@/app/admin/_ui/target-list"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { type CaseId, TipId } from "@/lib/kernel/id"
import { numberOf } from "@/lib/reporter"
import { type Entry, entryOf } from "@/lib/settings"
import type { Tip } from "@/lib/tip"

type Props = { readonly locale: Locale; readonly tip: Tip; readonly entries: readonly Entry[] }

const Original = ({ id }: { id: CaseId | TipId }) =>
  id.startsWith("cas_") ? (
    <To href={`/admin/cases/${id}`}>{id}</To>
  ) : (
    <To href={`/admin/tips/${id}`} className="number">
      {numberOf(TipId.parse(id))}
    </To>
  )

/** What the citizen sent. */
export const TipContent = ({ locale, tip, entries }: Props) => {
  const t = wordsFor(locale, "consoleTip")
  const choice = wordsFor(locale, "choices")
  return (
    <Section id="content" title={t("content")}>
      <h3>{t("targets")}</h3>
      <TargetList locale={locale} targets={tip.targets} />
      <ul>
        {tip.sites.map((site) => (
          <li key={site}>
            <To href={siteHref(site)}>
              {wordsFor(locale, "consoleSite")("all")} {shownText(site)}
            </To>
          </li>
        ))}
      </ul>
      <h3>{t("description")}</h3>
      <p className="typed" lang={languageTags[tip.locale]}>
        {shownText(tip.description)}
      </p>
      <Facts
        facts={[
          [t("category"), choice(`categories.${tip.category}`)],
          tip.work ? [t("work"), tip.work] : undefined,
          tip.rightHolder ? [t("rightHolder"), tip.rightHolder] : undefined,
          tip.paysBy ? [t("paysBy"), choice(`earnings.${tip.paysBy}`)] : undefined,
          tip.urgency ? [t("urgency"), choice(`urgencies.${tip.urgency}`)] : undefined,
          [t("received"), <When key="at" locale={locale} at={tip.receivedAt} />],
          tip.source ? [t("source"), tip.source.holderId] : undefined,
          tip.source ? [t("reference"), tip.source.reference] : undefined,
          [t("contact"), tip.hasContact ? t("contactSealed") : t("contactNone")],
          tip.declined
            ? [
                t("declinedFor"),
                [
                  entryOf(entries, "decline-reason", tip.declined.reason)?.name[locale] ??
                    tip.declined.reason,
                  tip.declined.note,
                ]
                  .filter(Boolean)
                  .join(" – "),
              ]
            : undefined,
          tip.status === "duplicate" && tip.duplicateOf
            ? [t("duplicateOf"), <Original key="original" id={tip.duplicateOf} />]
            : undefined,
          [t("contentHash"), <code key="hash">{tip.contentHash}</code>],
        ]}
      />
    </Section>
  )
}
