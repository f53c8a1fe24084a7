import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { replay } from "@/app/admin/(staff)/health/actions"
import type { Person } from "@/lib/kernel/actor"
import { numberOf, type ParkedMails as Parked, type ParkedMail, replayMails } from "@/lib/reporter"
import { getTip } from "@/lib/tip"

type Props = { readonly locale: Locale; readonly person: Person } & Parked

/** Mails with news that the mail server did not take for three days, and the way to have them sent again. */
export const ParkedMails = ({ locale, person, mails, isMore }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  const mayReplay = may(person, replayMails)
  return (
    <Section id="mails" title={t("health.mails.title")}>
      <p className="hint">{t("health.mails.note")}</p>
      <DataTable
        caption={t("health.mails.title")}
        rows={mails}
        keyOf={({ tipId }) => tipId}
        empty={t("health.mails.empty")}
        columns={[
          {
            key: "tip",
            label: t("health.mails.tip"),
            cell: ({ tipId }) =>
              may(person, getTip) ? (
                <To href={`/admin/tips/${tipId}`}>{numberOf(tipId)}</To>
              ) : (
                numberOf(tipId)
              ),
          },
          {
            key: "since",
            label: t("health.mails.since"),
            cell: ({ parkedAt }) => <When locale={locale} at={parkedAt} />,
          },
          { key: "answer", label: t("health.mails.answer"), cell: ({ last }) => <Answer last={last} /> },
          {
            key: "tries",
            label: t("health.mails.tries"),
            isNumber: true,
            cell: ({ tries }) => formatFor(locale).number(tries),
          },
          {
            key: "replay",
            label: t("health.mails.replay"),
            cell: ({ tipId }) =>
              mayReplay ? (
                <ActionForm action={replay} carries={{ tipIds: tipId }} className="inline">
                  <Send>{t("health.mails.replay")}</Send>
                </ActionForm>
              ) : (
                "–"
              ),
          },
        ]}
      />
      {isMore ? <p className="hint">{t("health.mails.more")}</p> : null}
      {mayReplay && mails.length > 1 ? (
        <ActionForm action={replay} carries={{ tipIds: mails.map(({ tipId }) => tipId).join(" ") }}>
          <Send>{t("health.mails.replayAll")}</Send>
        </ActionForm>
      ) : null}
    </Section>
  )
}

const Answer = ({ last }: Pick<ParkedMail, "last">) =>
  last ? (
    <code>{shownText([last.status && `SMTP ${last.status}`, last.error].filter(Boolean).join(" "))}</code>
  ) : (
    "–"
  )
