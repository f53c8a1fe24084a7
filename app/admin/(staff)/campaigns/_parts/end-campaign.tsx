import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { end } from "@/app/admin/(staff)/campaigns/actions"
import type { FigureDesk } from "@/lib/statistics"

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
