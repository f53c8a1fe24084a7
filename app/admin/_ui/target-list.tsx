import { type Locale, wordsFor } from "@/app/_words"
import { platformName } from "@/app/_words/platform-name"
import { shownText } from "@/app/_words/shown-text"
import type { Target } from "@/lib/target"
import { meaningOf } from "@/lib/tip"
import { Copy } from "./copy"

type Props = { readonly locale: Locale; readonly targets: readonly Target[] }

/**
 * What was reported: as its sender wrote it, then how it is compared. Addresses are text to copy: nobody gets there by
 * a slip of the hand.
 */
export const TargetList = ({ locale, targets }: Props) => (
  <ul className="targets">
    {[...Map.groupBy(targets, ({ typed, text }) => typed ?? text)].map(([typed, same]) => (
      <li key={typed}>
        <code className="typed">{shownText(typed)}</code>
        {same.map((target) => (
          <Compared key={target.text} locale={locale} target={target} />
        ))}
      </li>
    ))}
  </ul>
)

const Compared = ({ locale, target }: { readonly locale: Locale; readonly target: Target }) => {
  const t = wordsFor(locale, "consoleTip")
  return (
    <div className="under">
      <code className="copy">{target.text}</code>
      <Copy text={target.text} label={t("copy")} done={t("copied")} />
      {target.accessCode ? <div>{t("accessCode", { code: target.accessCode })}</div> : null}
      {target.kind === "name" && !meaningOf(target).listing ? null : <div>{siteText(locale, target)}</div>}
    </div>
  )
}

const siteText = (locale: Locale, target: Target) => {
  const t = wordsFor(locale, "consoleTip")
  const { listing, host } = meaningOf(target)
  const site = listing
    ? t("siteListing", { site: target.site, platform: platformName(locale, listing.platform) })
    : t("siteIs", { site: target.site })
  return host ? t("siteSpelled", { site: target.site, unicode: host.unicode }) : site
}
