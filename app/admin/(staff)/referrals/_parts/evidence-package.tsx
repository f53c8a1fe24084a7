import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { fetchBrief, fetchPackage } from "@/app/admin/(staff)/referrals/actions"
import type { Person } from "@/lib/kernel/actor"
import { openPackage, type Package } from "@/lib/package"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly found: Package
}

/** The evidence of a referral as one file, with what tells whether it came whole. */
export const EvidencePackage = ({ locale, person, found }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  const { caseId, referralId, state, sizeBytes = 0, sha256, timestamp } = found
  return (
    <Section id="package" title={t("package.title")}>
      {state === "built" ? (
        <>
          <p>{t("package.what")}</p>
          <p className="quiet">
            {sizeText(locale, sizeBytes)} · SHA-256 <code>{sha256}</code>
          </p>
          <p className="quiet">
            {timestamp
              ? t("package.stamped", {
                  at: formatFor(locale).dateTime(new Date(timestamp.at), {
                    dateStyle: "long",
                    timeStyle: "long",
                  }),
                  authority: shownText(timestamp.authority),
                })
              : t("package.unstamped")}
          </p>
          {may(person, openPackage) ? (
            <>
              <ActionForm action={fetchPackage} carries={{ caseId, referralId }}>
                <Send>{t("package.link")}</Send>
              </ActionForm>
              <ActionForm action={fetchBrief} carries={{ caseId, referralId }}>
                <Send>{t("package.brief")}</Send>
              </ActionForm>
            </>
          ) : null}
        </>
      ) : (
        <p className="empty">{t(`package.${state}`)}</p>
      )}
    </Section>
  )
}

const sizeText = (locale: Locale, sizeBytes: number) => {
  const isSmall = sizeBytes < 1e6
  const value = sizeBytes / (isSmall ? 1e3 : 1e6)
  const unit = isSmall ? "kilobyte" : "megabyte"
  return formatFor(locale).number(value, { style: "unit", unit, maximumFractionDigits: 1 })
}
