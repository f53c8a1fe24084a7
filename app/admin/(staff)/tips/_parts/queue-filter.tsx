import { type Locale, wordsFor } from "@/app/_words"
import { type Entry, entryOf } from "@/lib/settings"
import { type Category, categories, type Queue, type TipStatus } from "@/lib/tip"

export type QueueFilterChoice = {
  readonly category?: Category
  readonly label?: string
  readonly locale?: "zh" | "en"
}

/** What an address narrows the queue to; what is no choice narrows nothing. */
export const filterIn = (search: Readonly<Record<string, string | undefined>>): QueueFilterChoice => {
  const category = categories.find((one) => one === search.category)
  const locale = (["zh", "en"] as const).find((one) => one === search.locale)
  return {
    ...(category ? { category } : {}),
    ...(search.label ? { label: search.label } : {}),
    ...(locale ? { locale } : {}),
  }
}

type Props = {
  readonly locale: Locale
  readonly queue: Queue
  readonly status: TipStatus
  readonly filter: QueueFilterChoice
  readonly entries: readonly Entry[]
}

/** Narrows the list; the address can be kept as a bookmark. */
export const QueueFilter = ({ locale, queue, status, filter, entries }: Props) => {
  const t = wordsFor(locale, "consoleTip")
  const labels = entries.filter(({ kind }) => kind === "label").map(({ code }) => code)
  const choices = [
    ["category", categories, (one: string) => wordsFor(locale, "choices")(`categories.${one as Category}`)],
    ["label", labels, (one: string) => entryOf(entries, "label", one)?.name[locale] ?? one],
    ["locale", ["zh", "en"], (one: string) => t(`filter.locales.${one as "zh" | "en"}`)],
  ] as const
  return (
    <details className="fold" open={Object.keys(filter).length > 0}>
      <summary>{t("filter.title")}</summary>
      <form action="/admin">
        <input type="hidden" name="queue" value={queue} />
        <input type="hidden" name="status" value={status} />
        {choices.map(([name, options, textOf]) => (
          <div className="field" key={name}>
            <label htmlFor={`filter-${name}`}>{t(`filter.${name}`)}</label>
            <select id={`filter-${name}`} name={name} defaultValue={filter[name] ?? ""}>
              <option value="">{t("filter.any")}</option>
              {options.map((one) => (
                <option key={one} value={one}>
                  {textOf(one)}
                </option>
              ))}
            </select>
          </div>
        ))}
        <button type="submit">{t("filter.go")}</button>
      </form>
    </details>
  )
}
