import { issueMessage } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import { platformName } from "@/app/_words/platform-name"
import type { Understood } from "@/lib/tip"

/** How each line was understood, so that a person can see whether it is what they meant. */
export const UnderstoodTargets = ({
  locale,
  targets,
}: {
  locale: Locale
  targets: readonly Understood[]
}) => (
  <ul className="govuk-list portal-targets">
    {targets.map((one, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line may be typed twice, and none moves.
      <li key={at}>
        <code className="portal-typed">{one.typed}</code>
        <br />
        <span className="govuk-hint">
          {one.rule ? issueMessage(locale, { rule: one.rule }) : readAs(locale, one)}
        </span>
      </li>
    ))}
  </ul>
)

/** What was read of it: the address, where it is not what was typed, and what that names. */
const readAs = (locale: Locale, one: Understood) => (
  <>
    {one.target && one.target.text !== one.typed && one.target.kind !== "name" ? (
      <>
        <code>{one.target.text}</code>
        <br />
      </>
    ) : null}
    {meaning(locale, one)}
  </>
)

const meaning = (locale: Locale, { target, listing, host }: Understood) => {
  const t = wordsFor(locale, "report")
  if (!target) return ""
  const { kind, site, accessCode } = target
  const code = accessCode ? ` ${t("understood.accessCode", { code: accessCode })}` : ""
  const said = () => {
    if (listing) {
      const platform = platformName(locale, listing.platform)
      return t(`understood.${listing.unit}`, { platform, id: listing.id })
    }
    if (kind === "name") return t("understood.name")
    if (kind === "file") return t("understood.file", { id: site.slice(site.indexOf(":") + 1) })
    return host ? t("understood.siteSpelled", { site, ...host }) : t("understood.site", { site })
  }
  return `${said()}${code}`
}
