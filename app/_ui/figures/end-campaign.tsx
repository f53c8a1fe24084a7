import { type Locale, wordsFor } from "@/app/_words"
import { end } from "@/app/admin/_actions/figures"
import type { FigureDesk } from "@/lib/statistics"
import { ActionForm } from "../form/action-form"
import { Field } from "../form/field"
import { Send } from "../form/send"

type Props = { readonly locale: Locale } & Pick<FigureDesk, "campaign" | "campaignVersion">

export const EndCampaign = ({ locale, campaign, campaignVersion }: Props) => {
  const t = wordsFor(locale, "consoleFigures")
  return (
    <ActionForm fold={t("end")} action={end} carries={{ campaign: campaign.slug, version: campaignVersion }}>
      <p className="hint">{t("endNote")}</p>
      <Field name="endedOn" kind="date" label={t("endedOn")} />
      <Send kind="danger">{t("end")}</Send>
    </ActionForm>
  )
}
