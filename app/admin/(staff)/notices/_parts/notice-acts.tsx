import { type Locale, locales, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { approve, giveBack, submit } from "@/app/admin/(staff)/notices/actions"
import type { Person } from "@/lib/kernel/actor"
import { approveNotice, type Finding, type Notice, noticeAfter } from "@/lib/notice"
import { ConfirmFindings } from "./confirm-findings"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly notice: Notice
  readonly findings: readonly Finding[]
}

/** What a publisher may do with the notice as it stands; publishing takes a second one. */
export const NoticeActs = ({ locale, person, notice, findings }: Props) => {
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
        <ActionForm action={submit} carries={seen}>
          {notice.published > 0 ? <CorrectionFields locale={locale} /> : null}
          <Send kind="main">{t("submit")}</Send>
        </ActionForm>
      ) : (
        <>
          <p className="quiet">{t(isOwn ? "secondPerson" : "inReview")}</p>
          {notice.correction ? <Correction locale={locale} correction={notice.correction} /> : null}
          {isOwn ? null : (
            <ActionForm action={approve} carries={seen}>
              <ConfirmFindings locale={locale} findings={findings} />
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

/** Why a published notice is changed: the public reads it. */
const CorrectionFields = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "consoleNotice")
  return (
    <div className="halves">
      {locales.map((language) => (
        <Field
          key={language}
          name={`correction.${language}`}
          kind="area"
          rows={2}
          label={t("correction", { language: t(`languages.${language}`) })}
          lang={languageTags[language]}
        />
      ))}
    </div>
  )
}

/** What the public will read as the reason. */
const Correction = ({
  locale,
  correction,
}: {
  locale: Locale
  correction: NonNullable<Notice["correction"]>
}) => {
  const t = wordsFor(locale, "consoleNotice")
  return (
    <Facts
      facts={locales.map((language) => [
        t("correction", { language: t(`languages.${language}`) }),
        <span key={language} lang={languageTags[language]}>
          {correction[language]}
        </span>,
      ])}
    />
  )
}
