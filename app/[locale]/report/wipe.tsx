import { Button, Details } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { draftHoursMax } from "@/lib/reporter"

/** Says where the answers are kept, and deletes them there: on the server, and by script on the device. */
export const Wipe = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "report")
  return (
    <Details summary={t("wipe.title")}>
      <p className="govuk-body">{t("wipe.text", { hours: draftHoursMax })}</p>
      <p className="govuk-body" data-device hidden>
        {t("wipe.device", { hours: draftHoursMax })}
      </p>
      <form method="post" action={`/${locale}/report`} data-wipe>
        <Button kind="secondary">{t("wipe.button")}</Button>
      </form>
    </Details>
  )
}
