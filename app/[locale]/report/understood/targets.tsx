import { issueMessage } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import type { Understood } from "@/lib/tip"

/** How each line was understood, so that a person can see whether it is what they meant. */
export const UnderstoodTargets = ({
  locale,
  targets,
}: {
  locale: Locale
  targets: readonly Understood[]
}) => {
  const t = wordsFor(locale, "report")
  return (
    <ul className="govuk-list portal-targets">
      {targets.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line may be typed twice, and none moves.
        <li key={at}>
          <code>{one.target?.text ?? one.typed}</code>
          <br />
          <span className="govuk-hint">
            {one.rule ? issueMessage(locale, { rule: one.rule }) : meaning(t, one)}
          </span>
        </li>
      ))}
    </ul>
  )
}

const meaning = (t: ReturnType<typeof wordsFor<"report">>, { target, listing, host }: Understood) => {
  if (!target) return ""
  if (target.kind === "name") return t("understood.name")
  if (listing) return t("understood.listing", { shop: t(`shops.${listing.shop}`), id: listing.id })
  const { site } = target
  return host ? t("understood.siteSpelled", { site, ...host }) : t("understood.site", { site })
}
