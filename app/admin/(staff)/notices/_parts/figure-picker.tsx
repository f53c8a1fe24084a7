import { type Locale, wordsFor } from "@/app/_words"
import { metricText, valueText } from "@/app/_words/figure-text"
import { Copy } from "@/app/admin/_ui/copy"
import { Badge, Fold } from "@/app/admin/_ui/parts"
import type { Campaign, Figure } from "@/lib/campaign"

type Props = {
  readonly locale: Locale
  readonly campaigns: readonly { readonly campaign: Campaign; readonly figures: readonly Figure[] }[]
}

/** Every published figure, to which a text may refer, by campaign, with its reference to copy. */
export const FigurePicker = ({ locale, campaigns }: Props) => {
  const t = wordsFor(locale, "consoleNotice")
  const words = wordsFor(locale, "campaign")
  return (
    <Fold title={t("figures")}>
      <p className="hint">{t("figuresNote")}</p>
      {campaigns
        .map(({ campaign, figures }) => ({
          campaign,
          figures: figures.filter(({ status }) => status !== "running"),
        }))
        .filter(({ figures }) => figures.length > 0)
        .map(({ campaign, figures }) => (
          <Fold key={campaign.slug} title={campaign.name[locale]}>
            <ul className="plain-list">
              {figures.map((figure) => {
                const reference = `{{figure:${campaign.slug}/${figure.metric}@${figure.status}}}`
                return (
                  <li key={reference}>
                    {metricText(locale, figure.metric)}: <strong>{valueText(locale, figure)}</strong>{" "}
                    <Badge>{words(`statuses.${figure.status}`)}</Badge>{" "}
                    <Copy text={reference} label={t("copy")} done={t("copied")} />
                    <code className="under">{reference}</code>
                  </li>
                )
              })}
            </ul>
          </Fold>
        ))}
    </Fold>
  )
}
