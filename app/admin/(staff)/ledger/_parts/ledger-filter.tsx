import { type Locale, wordsFor } from "@/app/_words"
import { metricText } from "@/app/_words/figure-text"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import type { Metric } from "@/lib/campaign"

type Props = {
  readonly locale: Locale
  /** The whole ledger. */
  readonly href: string
  readonly metric?: Metric
  readonly asOf?: string
  readonly until?: string
}

/** What part of a ledger is listed, and the way to all of it. */
export const LedgerFilter = ({ locale, href, metric, asOf, until }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  if (!metric && !asOf && !until) return null
  return (
    <p>
      {metric ? <>{t("ledger.onlyMetric", { metric: metricText(locale, metric) })} · </> : null}
      {asOf ? <>{t("ledger.asOf", { date: asOf })} · </> : null}
      {until ? (
        <>
          {t("ledger.until")} <When locale={locale} at={until} /> ·{" "}
        </>
      ) : null}
      <To href={href}>{t("ledger.all")}</To>
    </p>
  )
}
