import { type Locale, wordsFor } from "@/app/_words"
import { metricText } from "@/app/_words/figure-text"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Checks } from "@/app/admin/_ui/form/checks"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { draft } from "@/app/admin/(staff)/campaigns/actions"
import { metrics, publishedStatuses } from "@/lib/campaign"
import type { FigureDesk } from "@/lib/statistics"

export const DraftFigures = ({ locale, desk }: { locale: Locale; desk: FigureDesk }) => {
  const t = wordsFor(locale, "consoleFigures")
  const { campaign, atWork } = desk
  return (
    <ActionForm
      fold={t("draft")}
      action={draft}
      carries={{ campaign: campaign.slug, version: atWork?.set.version ?? 0 }}
    >
      <p className="hint">{t("draftNote")}</p>
      <Field
        name="status"
        kind="select"
        label={t("status")}
        options={publishedStatuses.map((value) => ({ value, label: t(`statuses.${value}`) }))}
      />
      <Field name="asOf" kind="date" label={t("asOf")} />
      <Checks
        name="zeros"
        label={t("zeros")}
        hint={t("zerosNote")}
        options={metrics.map((metric) => ({ name: `zero.${metric}`, label: metricText(locale, metric) }))}
      />
      <Send kind="main">{t("send")}</Send>
    </ActionForm>
  )
}
