import { type Locale, wordsFor } from "@/app/_words"
import { Field } from "@/app/admin/_ui/form/field"
import { Radios } from "@/app/admin/_ui/form/radios"
import { Send } from "@/app/admin/_ui/form/send"
import { ReasonField } from "@/app/admin/(staff)/tips/_parts/reason-field"
import type { Campaign } from "@/lib/campaign"
import type { Entry } from "@/lib/settings"

type Props = {
  readonly locale: Locale
  readonly campaigns: readonly Campaign[]
  readonly entries: readonly Entry[]
}

/** What is to be done to several tips. What the chosen decision does not need is not read. */
export const DecisionFields = ({ locale, campaigns, entries }: Props) => {
  const t = wordsFor(locale, "consoleSite")
  const tip = wordsFor(locale, "consoleTip")
  return (
    <>
      <Radios
        name="act"
        label={t("act")}
        options={(["accept", "decline", "duplicate"] as const).map((value) => ({
          value,
          label: t(`acts.${value}`),
        }))}
      />
      <Field
        name="campaign"
        kind="select"
        label={t("campaign")}
        options={campaigns.map(({ slug, name }) => ({ value: slug, label: name[locale] }))}
      />
      <ReasonField locale={locale} label={t("reason")} entries={entries} />
      <Field
        name="wording"
        kind="area"
        label={t("wording")}
        hint={tip("wordingHint")}
        optional={wordsFor(locale, "console")("form.optional")}
      />
      <Field
        name="of"
        label={t("of")}
        hint={t("ofHint")}
        optional={wordsFor(locale, "console")("form.optional")}
      />
      <Send kind="main">{t("go")}</Send>
    </>
  )
}
