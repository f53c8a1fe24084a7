import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Facts } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import { approve, discard } from "@/app/admin/(staff)/campaigns/actions"
import type { Person } from "@/lib/kernel/actor"
import { approveFigures, type Compared, type FigureSet } from "@/lib/statistics"
import { FigureSetTable } from "./figure-set-table"

type Props = Compared<FigureSet> & { readonly locale: Locale; readonly person: Person }

/** The draft that waits, and what a publisher may do with it; publishing takes a second one. */
export const DraftAtWork = ({ locale, person, set, now }: Props) => {
  const t = wordsFor(locale, "consoleFigures")
  const mayAct = may(person, approveFigures)
  const isOwn = set.draftedBy.id === person.id
  const seen = { campaign: set.campaign, version: set.version }
  return (
    <>
      <Facts
        facts={[
          [t("status"), t(`statuses.${set.status}`)],
          [
            t("day"),
            <time key="day" dateTime={set.asOf}>
              {set.asOf}
            </time>,
          ],
          [
            t("draftedBy"),
            <span key="by">
              {set.draftedBy.name}, <When locale={locale} at={set.draftedAt} />
            </span>,
          ],
        ]}
      />
      {mayAct ? <p className="quiet">{t(isOwn ? "secondPerson" : "review")}</p> : null}
      <FigureSetTable locale={locale} campaign={set.campaign} caption={t("atWork")} set={set} now={now} />
      {mayAct ? (
        <>
          {isOwn ? null : (
            <ActionForm action={approve} carries={seen} className="inline">
              <Send kind="main">{t("approve")}</Send>
            </ActionForm>
          )}
          <ActionForm fold={t("discard")} action={discard} carries={seen}>
            <Field name="reason" kind="area" label={t("reason")} />
            <Send kind="danger">{t("discard")}</Send>
          </ActionForm>
        </>
      ) : null}
    </>
  )
}
