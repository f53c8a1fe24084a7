import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Badge } from "@/app/admin/_ui/parts"
import { shown } from "@/app/admin/_ui/shown"
import { When } from "@/app/admin/_ui/when"
import { answer } from "@/app/admin/(staff)/referrals/actions"
import { recordAnswer } from "@/lib/agency"
import { type Answered, type DeliveryFile, reportReasons, reportStates } from "@/lib/delivery"
import type { Person } from "@/lib/kernel/actor"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly caseId: string
  readonly delivery: DeliveryFile
}

/** The address that a host was told of, what it said last, and the form for what it says otherwise than by its system. */
export const HostReport = ({ locale, person, caseId, delivery: { referralId, report, answered } }: Props) => {
  const t = wordsFor(locale, "consoleAuthority")
  if (!report) return null
  return (
    <>
      <p className="copy">{shown(report.url)}</p>
      <p>
        {answered ? (
          <>
            <Badge tone={toneOf(answered)}>{t(`deliveries.reportState.${answered.state}`)}</Badge>{" "}
            {answered.reason ? t(`deliveries.reason.${answered.reason}`) : null}{" "}
            <When locale={locale} at={answered.at} />
          </>
        ) : (
          <span className="quiet">{t("deliveries.notAnswered")}</span>
        )}
      </p>
      {answered?.state !== "completed" && may(person, recordAnswer) ? (
        <ActionForm
          fold={t("deliveries.record")}
          action={answer}
          carries={{ caseId, referralId, reportId: report.reportId }}
        >
          <Field
            name="state"
            kind="select"
            label={t("deliveries.hostState")}
            initial={answered?.state}
            options={reportStates.map((value) => ({ value, label: t(`deliveries.reportState.${value}`) }))}
          />
          <Field
            name="reason"
            kind="select"
            label={t("deliveries.hostReason")}
            hint={t("deliveries.hostReasonHint")}
            optional={wordsFor(locale, "console")("form.optional")}
            options={[
              { value: "", label: t("deliveries.noReason") },
              ...reportReasons.map((value) => ({ value, label: t(`deliveries.reason.${value}`) })),
            ]}
          />
          <Send kind="main">{t("deliveries.record")}</Send>
        </ActionForm>
      ) : null}
    </>
  )
}

const toneOf = ({ reason }: Answered) => {
  if (reason === "actioned" || reason === "content-down") return "good"
  return reason ? "bad" : "warn"
}
