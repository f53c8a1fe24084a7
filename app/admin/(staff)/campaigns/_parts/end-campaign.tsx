import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import { end, proposeToEnd, withdraw } from "@/app/admin/(staff)/campaigns/actions"
import type { Person } from "@/lib/kernel/actor"
import type { FigureDesk } from "@/lib/statistics"

type Props = { readonly locale: Locale; readonly person: Person } & Pick<
  FigureDesk,
  "campaign" | "campaignVersion" | "ending"
>

/** One person proposes the last day, another one confirms it. */
export const EndCampaign = ({ locale, person, campaign, campaignVersion, ending }: Props) => {
  const t = wordsFor(locale, "consoleFigures")
  const seen = { campaign: campaign.slug, version: campaignVersion }
  if (!ending)
    return (
      <ActionForm fold={t("proposeEnd")} action={proposeToEnd} carries={seen}>
        <p className="hint">{t("endNote")}</p>
        <Field name="endedOn" kind="date" label={t("endedOn")} />
        <Send kind="main">{t("proposeEnd")}</Send>
      </ActionForm>
    )
  return (
    <Section id="ending" title={t("endProposed")}>
      <p>
        {t("endProposedBy", { name: ending.by.name, day: ending.endedOn })}{" "}
        <When locale={locale} at={ending.at} />
      </p>
      <p className="hint">{t("endNote")}</p>
      {ending.by.id === person.id ? (
        <p className="quiet">{t("endSecondPerson")}</p>
      ) : (
        <ActionForm action={end} carries={seen} className="inline">
          <Send kind="danger">{t("end")}</Send>
        </ActionForm>
      )}
      <ActionForm action={withdraw} carries={seen} className="inline">
        <Send>{t("withdrawEnd")}</Send>
      </ActionForm>
    </Section>
  )
}
