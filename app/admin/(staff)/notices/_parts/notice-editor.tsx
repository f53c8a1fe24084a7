import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { edit } from "@/app/admin/(staff)/notices/actions"
import type { Campaign, Figure } from "@/lib/campaign"
import type { Notice } from "@/lib/notice"
import { FigurePicker } from "./figure-picker"
import { NoticeFields } from "./notice-fields"

type Props = {
  readonly locale: Locale
  readonly notice: Notice
  readonly campaigns: readonly { readonly campaign: Campaign; readonly figures: readonly Figure[] }[]
}

export const NoticeEditor = ({ locale, notice, campaigns }: Props) => {
  const t = wordsFor(locale, "consoleNotice")
  return (
    <ActionForm fold={t("edit")} action={edit} carries={{ slug: notice.slug, version: notice.version }}>
      {notice.status === "published" ? <p className="hint">{t("beginNext")}</p> : null}
      <FigurePicker locale={locale} campaigns={campaigns} />
      <NoticeFields locale={locale} text={notice} />
      <div className="buttons">
        <Send kind="main" intent="save">
          {t("save")}
        </Send>
        <Send intent="preview">{t("preview")}</Send>
      </div>
    </ActionForm>
  )
}
