import { Button, Details } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"

/** How to take the whole report back: unfolded by who means it, and sent by a second press. */
export const WithdrawPart = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "follow")
  return (
    <Details summary={t("withdraw.title")}>
      <form method="post" action={`/${locale}/follow/withdraw`}>
        <p className="govuk-body">{t("withdraw.text")}</p>
        <Button kind="warning">{t("withdraw.go")}</Button>
      </form>
    </Details>
  )
}
