import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import { redrive } from "@/app/admin/(staff)/health/actions"
import { type DeadLetter, redriveLetter } from "@/lib/dead-letter"
import type { Person } from "@/lib/kernel/actor"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly letters: readonly DeadLetter[]
}

/** Events that no reaction could take, each with its last error and the way to have it tried again. */
export const DeadLetters = ({ locale, person, letters }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  return (
    <Section id="letters" title={t("health.letters.title")}>
      <p className="hint">{t("health.letters.note")}</p>
      <DataTable
        caption={t("health.letters.title")}
        rows={letters}
        keyOf={({ letterId }) => letterId}
        empty={t("health.letters.empty")}
        columns={[
          {
            key: "event",
            label: t("health.letters.event"),
            cell: ({ item }) => (
              <>
                <code>{shownText(item.pk)}</code> <code className="under">{shownText(item.sk)}</code>
              </>
            ),
          },
          {
            key: "error",
            label: t("health.letters.error"),
            cell: ({ error }) => <code>{shownText(error)}</code>,
          },
          { key: "tries", label: t("health.letters.tries"), isNumber: true, cell: ({ tries }) => tries },
          {
            key: "since",
            label: t("health.letters.since"),
            cell: ({ firstAt }) => <When locale={locale} at={firstAt} />,
          },
          {
            key: "redrive",
            label: t("health.letters.redrive"),
            cell: ({ letterId, version, state }) => {
              if (state === "again") return t("health.letters.again")
              return may(person, redriveLetter) ? (
                <ActionForm action={redrive} carries={{ letterId, version }} className="inline">
                  <Send>{t("health.letters.redrive")}</Send>
                </ActionForm>
              ) : (
                "–"
              )
            },
          },
        ]}
      />
    </Section>
  )
}
