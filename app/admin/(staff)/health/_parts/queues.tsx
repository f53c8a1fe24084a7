import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Badge, Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import type { Lag, Queue } from "@/lib/waiting"

type Props = { readonly locale: Locale; readonly queues: readonly Queue[]; readonly lag?: Lag }

/** Reactions that take longer than this are behind, not merely busy. */
const lagSecondsMax = 60

/** What the portal has to do of itself, how long it has been due, and how late the reactions were. */
export const Queues = ({ locale, queues, lag }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  const number = (value: number) => formatFor(locale).number(value)
  return (
    <Section id="queues" title={t("health.queues.title")}>
      <p className="hint">{t("health.queues.note")}</p>
      <p>
        {lag ? (
          <>
            {t("health.queues.lag", { seconds: number(lag.seconds) })}{" "}
            <span className="quiet">
              <When locale={locale} at={lag.at} />
            </span>{" "}
            <Badge tone={lag.seconds > lagSecondsMax ? "bad" : "good"}>
              {t(lag.seconds > lagSecondsMax ? "health.queues.late" : "health.queues.onTime")}
            </Badge>
          </>
        ) : (
          t("health.queues.noLag")
        )}
      </p>
      <DataTable
        caption={t("health.queues.title")}
        rows={queues}
        keyOf={({ name }) => name}
        empty=""
        columns={[
          { key: "name", label: t("health.queues.name"), cell: ({ name }) => t(`health.queues.of.${name}`) },
          {
            key: "count",
            label: t("health.queues.count"),
            isNumber: true,
            cell: ({ count, isMore }) =>
              isMore ? t("health.queues.atLeast", { count: number(count) }) : number(count),
          },
          {
            key: "since",
            label: t("health.queues.since"),
            cell: ({ since }) => (since ? <When locale={locale} at={since} /> : t("health.queues.none")),
          },
          {
            key: "state",
            label: t("health.queues.state"),
            cell: ({ isLate }) => (
              <Badge tone={isLate ? "bad" : "good"}>
                {t(isLate ? "health.queues.late" : "health.queues.onTime")}
              </Badge>
            ),
          },
        ]}
      />
    </Section>
  )
}
