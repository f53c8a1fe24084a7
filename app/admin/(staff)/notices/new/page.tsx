import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { may } from "@/app/admin/_ui/may"
import { FigurePicker } from "@/app/admin/(staff)/notices/_parts/figure-picker"
import { NoticeFields } from "@/app/admin/(staff)/notices/_parts/notice-fields"
import { create } from "@/app/admin/(staff)/notices/actions"
import { listCampaignFigures } from "@/lib/campaign"
import { DomainError } from "@/lib/kernel/errors"
import { createNotice } from "@/lib/notice"

const NewNoticePage = consolePage(async ({ ctx, person, locale }) => {
  if (!may(person, createNotice)) throw new DomainError("forbidden")
  const campaigns = await listCampaignFigures(ctx, {})
  const t = wordsFor(locale, "consoleNotice")
  return (
    <>
      <Heading locale={locale} title={t("new")} />
      <FigurePicker locale={locale} campaigns={campaigns} />
      <ActionForm action={create}>
        <div className="halves">
          <Field name="slug" label={t("slug")} hint={t("slugHint")} />
          <Field
            name="campaign"
            kind="select"
            label={t("campaign")}
            options={[
              { value: "", label: t("noCampaign") },
              ...campaigns.map(({ campaign }) => ({ value: campaign.slug, label: campaign.name[locale] })),
            ]}
          />
        </div>
        <NoticeFields locale={locale} />
        <div className="buttons">
          <Send kind="main" intent="save">
            {t("create")}
          </Send>
          <Send intent="preview">{t("preview")}</Send>
        </div>
      </ActionForm>
    </>
  )
})
export default NewNoticePage
