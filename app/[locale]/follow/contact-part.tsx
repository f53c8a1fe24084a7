import { Button, Details } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import type { Followed } from "@/lib/reporter"

type Props = { readonly locale: Locale } & Pick<Followed, "news">

/** The contact that was left, and how to take it back. What it says is not shown: not even to who has the receipt. */
export const ContactPart = ({ locale, news }: Props) => {
  const t = wordsFor(locale, "follow")
  return (
    <>
      <h2 className="govuk-heading-m">{t("contact.title")}</h2>
      <p className="govuk-body">{t("contact.kept")}</p>
      {news ? (
        <form method="post" action={`/${locale}/follow/news`}>
          <p className="govuk-body">{t(`news.${news}.text`)}</p>
          <Button kind="secondary" name="news" value={news === "on" ? "off" : "on"}>
            {t(`news.${news}.go`)}
          </Button>
        </form>
      ) : null}
      <Details summary={t("contact.withdraw")}>
        <form method="post" action={`/${locale}/follow/contact`}>
          <p className="govuk-body">{t("contact.withdrawText")}</p>
          <Button kind="warning">{t("contact.erase")}</Button>
        </form>
      </Details>
    </>
  )
}
