import { type Locale, wordsFor } from "@/app/_words"
import { agencies, focuses } from "@/app/_words/campaign-choices"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Checks } from "@/app/admin/_ui/form/checks"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { open } from "@/app/admin/(staff)/campaigns/actions"
import type { Campaign } from "@/lib/campaign"

type Props = {
  readonly locale: Locale
  /** The one that is changed; a new one without it. */
  readonly campaign?: Campaign
  readonly campaignVersion?: number
}

/** Opens a campaign, or changes what is said of one. */
export const CampaignForm = ({ locale, campaign, campaignVersion }: Props) => {
  const t = wordsFor(locale, "consoleFigures")
  const words = wordsFor(locale, "campaign")
  const carries: Readonly<Record<string, string | number>> =
    campaign && campaignVersion !== undefined ? { slug: campaign.slug, version: campaignVersion } : {}
  return (
    <ActionForm fold={t(campaign ? "settings.change" : "settings.new")} action={open} carries={carries}>
      {campaign ? null : <Field name="slug" label={t("settings.slug")} hint={t("settings.slugHint")} />}
      <Field
        name="year"
        kind="number"
        label={t("settings.year")}
        initial={campaign && String(campaign.year)}
      />
      <Field name="name.zh" label={t("settings.nameZh")} initial={campaign?.name.zh} lang="zh-CN" />
      <Field name="name.en" label={t("settings.nameEn")} initial={campaign?.name.en} lang="en" />
      <Field
        name="period.from"
        label={t("settings.from")}
        hint={t("settings.monthHint")}
        initial={campaign?.period?.from}
      />
      <Field
        name="period.to"
        label={t("settings.to")}
        optional={wordsFor(locale, "console")("form.optional")}
        initial={campaign?.period?.to}
      />
      <Checks
        name="agencies"
        label={t("settings.agencies")}
        hint={t("settings.agenciesHint")}
        options={agencies.map((one) => ({
          name: `agency.${one}`,
          label: words(`agencies.${one}`),
          isTicked: campaign ? campaign.agencies.includes(one) : true,
        }))}
      />
      <Checks
        name="focus"
        label={t("settings.focus")}
        hint={t("settings.focusHint")}
        options={focuses.map((one) => ({
          name: `focus.${one}`,
          label: words(`focus.${one}`),
          isTicked: campaign?.focus.includes(one) ?? false,
        }))}
      />
      <Checks
        name="showsRunning"
        label={t("settings.running")}
        hint={t("settings.runningHint")}
        options={[
          {
            name: "showsRunning",
            label: t("settings.showsRunning"),
            isTicked: campaign?.showsRunning ?? false,
          },
        ]}
      />
      <Checks
        name="offersRewards"
        label={t("settings.rewards")}
        hint={t("settings.rewardsHint")}
        options={[
          {
            name: "offersRewards",
            label: t("settings.offersRewards"),
            isTicked: campaign?.offersRewards ?? false,
          },
        ]}
      />
      <Send kind="main">{t(campaign ? "settings.save" : "settings.open")}</Send>
    </ActionForm>
  )
}
