import { Button } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { dayText } from "@/app/_words/date-text"
import { shownText } from "@/app/_words/shown-text"
import type { FollowedReward } from "@/lib/reward"

type Props = { readonly locale: Locale; readonly reward: FollowedReward }

/** Whether a reward can be claimed for the report, and what came of a claim; nothing where there is nothing to say. */
export const RewardPart = ({ locale, reward }: Props) => {
  if (reward.is === "none") return null
  return (
    <>
      <h2 className="govuk-heading-m" id="reward">
        {wordsFor(locale, "follow")("reward.title")}
      </h2>
      <Said locale={locale} reward={reward} />
    </>
  )
}

type Told = Exclude<FollowedReward, { readonly is: "none" }>

const Said = ({ locale, reward }: { readonly locale: Locale; readonly reward: FollowedReward }) => {
  const t = wordsFor(locale, "follow")
  const list = (sites: readonly string[]) => sites.map(shownText).join(locale === "zh" ? "、" : ", ")
  switch (reward.is) {
    case "none":
      return null
    case "later":
      return <p className="govuk-body">{t("reward.later")}</p>
    case "open":
      return (
        <form method="post" action={`/${locale}/follow/reward`}>
          <p className="govuk-body">
            {t("reward.open", { sites: list(reward.sites), date: dayText(locale, reward.until) })}
          </p>
          <Button>{t("reward.go")}</Button>
        </form>
      )
    case "examined":
      return <p className="govuk-body">{t("reward.examined", { date: dayText(locale, reward.claimedAt) })}</p>
    case "refused":
      return (
        <>
          <p className="govuk-body">{t("reward.refused")}</p>
          <p className="govuk-body portal-typed">{reward.wording}</p>
        </>
      )
    default:
      return <Granted locale={locale} reward={reward} />
  }
}

type GrantedReward = Extract<Told, { readonly is: "awarded" | "paid" }>

const Granted = ({ locale, reward }: { readonly locale: Locale; readonly reward: GrantedReward }) => {
  const t = wordsFor(locale, "follow")
  const of = { amount: reward.amount, class: t(`reward.classes.${reward.class}`) }
  if (reward.is === "paid") return <p className="govuk-body">{t("reward.paid", of)}</p>
  return (
    <>
      <p className="govuk-body">{t("reward.awarded", of)}</p>
      <p className="govuk-body portal-typed">{reward.wording}</p>
      <p className="govuk-body">
        {t("reward.collect")}{" "}
        <a className="govuk-link" href={`/${locale}/contact`}>
          {t("reward.contact")}
        </a>
      </p>
      <p>
        <code className="portal-key">{reward.collectCode}</code>
      </p>
    </>
  )
}
