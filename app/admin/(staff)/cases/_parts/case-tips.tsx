import { type Locale, wordsFor } from "@/app/_words"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import type { CaseFile } from "@/lib/case"
import { numberOf } from "@/lib/reporter"

type Props = { readonly locale: Locale; readonly file: CaseFile; readonly campaign: string }

export const CaseTips = ({ locale, file, campaign }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  const { case: found, tips } = file
  return (
    <Section id="tips" title={t("tips", { count: tips.length })}>
      <Facts
        facts={[
          [t("campaign"), campaign],
          [t("opened"), <When key="at" locale={locale} at={found.openedAt} />],
          [
            t("sites"),
            found.sites.map((site) => (
              <code key={site} className="under">
                {site}
              </code>
            )),
          ],
        ]}
      />
      <ul className="plain-list">
        {tips.map(({ tipId, joinedAt }) => (
          <li key={tipId}>
            <To href={`/admin/tips/${tipId}`} className="number">
              {numberOf(tipId)}
            </To>{" "}
            <span className="quiet">
              {t("joined")} <When locale={locale} at={joinedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
