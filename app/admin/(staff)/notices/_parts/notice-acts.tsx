import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { approve, giveBack, submit } from "@/app/admin/(staff)/notices/actions"
import type { Person } from "@/lib/kernel/actor"
import { approveNotice, type Notice, noticeAfter } from "@/lib/notice"

type Props = { readonly locale: Locale; readonly person: Person; readonly notice: Notice }

/** What a publisher may do with the notice as it stands; publishing takes a second one. */
export const NoticeActs = ({ locale, person, notice }: Props) => {
  const t = wordsFor(locale, "consoleNotice")
  const { slug, version, status, editedBy, submittedBy } = notice
  const canSubmit = noticeAfter(status, "submit") !== undefined
  const canPublish = noticeAfter(status, "publish") !== undefined
  if (!may(person, approveNotice) || !(canSubmit || canPublish)) return null
  const isOwn = editedBy.id === person.id || submittedBy?.id === person.id
  const seen = { slug, version }
  return (
    <Section id="review" title={t("review")}>
      {canSubmit ? (
        <ActionForm action={submit} carries={seen} className="inline">
          <Send kind="main">{t("submit")}</Send>
        </ActionForm>
      ) : (
        <>
          <p className="quiet">{t(isOwn ? "secondPerson" : "inReview")}</p>
          {isOwn ? null : (
            <ActionForm action={approve} carries={seen} className="inline">
              <Send kind="main">{t("approve")}</Send>
            </ActionForm>
          )}
          <ActionForm fold={t("return")} action={giveBack} carries={seen}>
            <Field name="reason" kind="area" label={t("reason")} />
            <Send kind="danger">{t("return")}</Send>
          </ActionForm>
        </>
      )}
    </Section>
  )
}
