import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { dayText } from "@/app/_words/date-text"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { Print } from "@/app/admin/_ui/print"
import { To } from "@/app/admin/_ui/to"
import { DayTable } from "@/app/admin/(staff)/numbers/_parts/day-table"
import { durationText, hoursText } from "@/app/admin/(staff)/numbers/_parts/durations"
import { dayInBeijing } from "@/lib/kernel/day"
import { daysMax, readNumbers, type Workload } from "@/lib/numbers"
import { nextLook } from "@/lib/second-look"

/** What is shown unless another period is asked for. */
const daysShown = 30

const dayBefore = (now: string, days: number) =>
  dayInBeijing(new Date(Date.parse(now) - days * 86_400_000).toISOString())

const NumbersPage = consolePage(async ({ ctx, person, locale, search }) => {
  const t = wordsFor(locale, "consoleNumbers")
  const until = search.until || dayBefore(ctx.now, 0)
  const from = search.from || dayBefore(ctx.now, daysShown - 1)
  const { workload, agreement, targets, isCut, period } = await readNumbers(ctx, { from, until })
  const { all, categories, days } = workload
  const number = (value: number) => formatFor(locale).number(value)
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={t("title")} />
        <Print label={wordsFor(locale, "consoleCase")("print")} />
      </div>
      <form action="/admin/numbers">
        <p>
          <label>
            {t("from")} <input type="date" name="from" defaultValue={period.from} />
          </label>
        </p>
        <p>
          <label>
            {t("until")} <input type="date" name="until" defaultValue={period.until} />
          </label>
        </p>
        <button type="submit">{t("show")}</button>
        <p className="hint">{t("periodHint", { days: daysMax })}</p>
      </form>
      <p className="quiet">
        {t("lead", { from: dayText(locale, period.from), until: dayText(locale, period.until) })}
      </p>
      {isCut ? <p role="status">{t("cut")}</p> : null}
      <Section id="all" title={t("all")}>
        <p className="hint">{t("durationNote")}</p>
        <Facts
          facts={[
            [t("received"), number(all.received)],
            [t("open"), number(all.open)],
            [
              t("toReview"),
              `${durationText(locale, all.toReview)} · ${t("target", { target: hoursText(locale, targets.firstReviewHours) })}`,
            ],
            [
              t("toDecision"),
              `${durationText(locale, all.toDecision)} · ${t("target", { target: hoursText(locale, targets.decisionHours) })}`,
            ],
            [t("outcomes"), outcomesText(locale, all.outcomes)],
          ]}
        />
      </Section>
      <DayTable locale={locale} days={days} />
      <Section id="by-category" title={t("byCategory")}>
        <DataTable
          caption={t("byCategory")}
          rows={categories}
          keyOf={({ category }) => category}
          empty={t("nothing")}
          columns={[
            {
              key: "category",
              label: t("category"),
              cell: ({ category }) => wordsFor(locale, "choices")(`categories.${category}`),
            },
            {
              key: "received",
              label: t("received"),
              isNumber: true,
              cell: ({ received }) => number(received),
            },
            { key: "open", label: t("open"), isNumber: true, cell: ({ open }) => number(open) },
            { key: "review", label: t("toReview"), cell: ({ toReview }) => durationText(locale, toReview) },
            {
              key: "decision",
              label: t("toDecision"),
              cell: ({ toDecision }) => durationText(locale, toDecision),
            },
            { key: "outcomes", label: t("outcomes"), cell: ({ outcomes }) => outcomesText(locale, outcomes) },
          ]}
        />
      </Section>
      <Section id="agreement" title={t("agreement")}>
        <p className="hint">{t("agreementNote")}</p>
        {may(person, nextLook) ? (
          <p>
            <To href="/admin/second-look">{wordsFor(locale, "consoleSecondLook")("title")}</To>
          </p>
        ) : null}
        <DataTable
          caption={t("agreement")}
          rows={agreement}
          keyOf={({ category }) => category}
          empty={t("noLooks")}
          columns={[
            {
              key: "category",
              label: t("category"),
              cell: ({ category }) => wordsFor(locale, "choices")(`categories.${category}`),
            },
            { key: "looks", label: t("looks"), isNumber: true, cell: ({ looks }) => number(looks) },
            {
              key: "agreed",
              label: t("agreed"),
              isNumber: true,
              cell: ({ looks, agreed }) => shareText(locale, agreed, looks),
            },
          ]}
        />
      </Section>
    </>
  )
})
export default NumbersPage

const shareText = (locale: Locale, part: number, whole: number) =>
  whole === 0
    ? wordsFor(locale, "consoleNumbers")("none")
    : formatFor(locale).number(part / whole, { style: "percent", maximumFractionDigits: 0 })

const outcomesText = (locale: Locale, outcomes: Workload["all"]["outcomes"]) => {
  const whole = outcomes.accepted + outcomes.declined + outcomes.duplicate
  return (["accepted", "declined", "duplicate"] as const)
    .map(
      (outcome) =>
        `${wordsFor(locale, "consoleTip")(`status.${outcome}`)} ${formatFor(locale).number(outcomes[outcome])} (${shareText(locale, outcomes[outcome], whole)})`,
    )
    .join(" · ")
}
