import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { Facts, Section } from "@/app/admin/_ui/parts"
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
          [t("opened"), <When key="at" locale={locale} at={found.openedAt} />],
          [
            t("sites"),
            found.sites.map((site) => (
              <code key={site} className="under">
                {site === found.site ? shownText(siteNameOf(found)) : site}
              </code>
            )),
          ],
        ]}
      />
    </Section>
  )
}
