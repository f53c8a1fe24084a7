import { Fragment } from "react"
import { type Locale, wordsFor } from "@/app/_words"
import type { StaffDay } from "@/lib/audit"

type Props = {
  readonly locale: Locale
  readonly asked: Readonly<Record<"day" | "person" | "subject", string>>
  readonly listed: StaffDay
}

/** Chooses a day, and of it what one person did, or what was done to one kind of thing. */
export const DayFilter = ({ locale, asked, listed }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  const choices = [
    ["person", t("audit.person"), listed.people.map(({ id, name }) => [id, name] as const)],
    ["subject", t("audit.subject"), listed.subjects.map((subject) => [subject, subject] as const)],
  ] as const
  return (
    <form method="get" className="field buttons">
      <label htmlFor="day-of">{t("audit.day")}</label>
      <input id="day-of" type="date" name="day" defaultValue={asked.day} />
      {choices.map(([name, label, options]) => (
        <Fragment key={name}>
          <label htmlFor={`${name}-of`}>{label}</label>
          <select id={`${name}-of`} name={name} defaultValue={asked[name]}>
            <option value="">{t("audit.any")}</option>
            {options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </Fragment>
      ))}
      <button type="submit">{t("audit.show")}</button>
      <a href={`/admin/audit/export?${new URLSearchParams(asked)}`} download>
        {t("audit.export")}
      </a>
    </form>
  )
}
