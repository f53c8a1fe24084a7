import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { siteHref } from "@/app/admin/_ui/site-href"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { type Case, siteNameOf } from "@/lib/case"

type Props = { readonly locale: Locale; readonly found: Case; readonly campaign: string }

export const CaseFacts = ({ locale, found, campaign }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  return (
    <Section id="facts" title={siteNameOf(found)}>
      <Facts
        facts={[
          [t("campaign"), campaign],
          found.mergedInto
            ? [
                t("regroup.mergedInto"),
                <To key="into" href={`/admin/cases/${found.mergedInto}`}>
                  {t("toCase")}
                </To>,
              ]
            : undefined,
          [t("opened"), <When key="at" locale={locale} at={found.openedAt} />],
          [
            t("sites"),
            found.sites.map((site) => (
              <div key={site}>
                <To href={siteHref(site)}>{shownText(site === found.site ? siteNameOf(found) : site)}</To>
              </div>
            )),
          ],
        ]}
      />
    </Section>
  )
}
