import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { filterNameMax, type SavedFilter } from "@/app/admin/_gate/console-filters"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { To } from "@/app/admin/_ui/to"
import { removeFilter, saveFilter } from "@/app/admin/(staff)/tips/saved-filters"
import type { Campaign } from "@/lib/campaign"
import { type Entry, entryOf } from "@/lib/settings"
import { type Category, categories, type Queue, type TipStatus, type Urgency, urgencies } from "@/lib/tip"

const presences = ["with", "without"] as const
const ages = [1, 3, 7, 30] as const

export type QueueFilterChoice = {
  readonly category?: Category
  readonly label?: string
  readonly locale?: "zh" | "en"
  readonly urgency?: Urgency
  readonly evidence?: (typeof presences)[number]
  readonly site?: string
  readonly campaign?: string
  readonly days?: number
}

/** What an address narrows the queue to; what is no choice narrows nothing. */
export const filterIn = (search: Readonly<Record<string, string | undefined>>): QueueFilterChoice => {
  const category = categories.find((one) => one === search.category)
  const locale = (["zh", "en"] as const).find((one) => one === search.locale)
  const urgency = urgencies.find((one) => one === search.urgency)
  const evidence = presences.find((one) => one === search.evidence)
  const days = ages.find((one) => String(one) === search.days)
  const site = search.site?.trim().slice(0, 200)
  return {
    ...(category ? { category } : {}),
    ...(search.label ? { label: search.label } : {}),
    ...(locale ? { locale } : {}),
    ...(urgency ? { urgency } : {}),
    ...(evidence ? { evidence } : {}),
    ...(site ? { site } : {}),
    ...(search.campaign ? { campaign: search.campaign.slice(0, 80) } : {}),
    ...(days ? { days } : {}),
  }
}

/** The same as it stands in an address. */
export const inAddress = ({ days, ...filter }: QueueFilterChoice): Readonly<Record<string, string>> => ({
  ...filter,
  ...(days ? { days: String(days) } : {}),
})

type SavedProps = { readonly locale: Locale; readonly saved: readonly SavedFilter[] }

/** The lists that the person has kept, each a link away. */
export const SavedFilters = ({ locale, saved }: SavedProps) => {
  if (saved.length === 0) return null
  const t = wordsFor(locale, "consoleTip")
  return (
    <nav aria-label={t("filter.saved")}>
      <ul className="saved">
        {saved.map(({ name, query }) => (
          <li key={name}>
            <To href={`/admin?${query}`}>{shownText(name)}</To>{" "}
            <ActionForm action={removeFilter} carries={{ name }} className="inline">
              <Send kind="plain">{t("filter.remove", { name })}</Send>
            </ActionForm>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Props = {
  readonly locale: Locale
  readonly queue: Queue
  readonly status: TipStatus
  readonly filter: QueueFilterChoice
  readonly entries: readonly Entry[]
  readonly campaigns: readonly Pick<Campaign, "slug" | "name">[]
}

/** Narrows the list; what is narrowed can be kept under a name. */
export const QueueFilter = ({ locale, queue, status, filter, entries, campaigns }: Props) => {
  const t = wordsFor(locale, "consoleTip")
  const labels = entries.filter(({ kind }) => kind === "label").map(({ code }) => code)
  const chosen = inAddress(filter)
  const choices = [
    ["category", categories, (one: string) => wordsFor(locale, "choices")(`categories.${one as Category}`)],
    ["label", labels, (one: string) => entryOf(entries, "label", one)?.name[locale] ?? one],
    ["locale", ["zh", "en"], (one: string) => t(`filter.locales.${one as "zh" | "en"}`)],
    ["urgency", urgencies, (one: string) => wordsFor(locale, "choices")(`urgencies.${one as Urgency}`)],
    ["evidence", presences, (one: string) => t(`filter.presences.${one as "with" | "without"}`)],
    ["days", ages.map(String), (one: string) => t("filter.age", { days: Number(one) })],
    [
      "campaign",
      campaigns.map(({ slug }) => slug),
      (one: string) => campaigns.find(({ slug }) => slug === one)?.name[locale] ?? one,
    ],
  ] as const
  return (
    <details className="fold" open={Object.keys(filter).length > 0}>
      <summary>{t("filter.title")}</summary>
      {/* A choice stays as it was where the page changes without being loaded anew. */}
      <form action="/admin" key={JSON.stringify(filter)}>
        <input type="hidden" name="queue" value={queue} />
        <input type="hidden" name="status" value={status} />
        <div className="choices">
          {choices.map(([name, options, textOf]) => (
            <div className="field" key={name}>
              <label htmlFor={`filter-${name}`}>{t(`filter.${name}`)}</label>
              <select id={`filter-${name}`} name={name} defaultValue={chosen[name] ?? ""}>
                <option value="">{t("filter.any")}</option>
                {options.map((one) => (
                  <option key={one} value={one}>
                    {textOf(one)}
                  </option>
                ))}
              </select>
            </div>
          ))}
          <div className="field">
            <label htmlFor="filter-site">{t("filter.site")}</label>
            <input id="filter-site" name="site" defaultValue={filter.site} maxLength={200} />
          </div>
        </div>
        <button type="submit">{t("filter.go")}</button>
      </form>
      {Object.keys(filter).length > 0 ? (
        <ActionForm
          action={saveFilter}
          carries={{ query: String(new URLSearchParams({ queue, status, ...inAddress(filter) })) }}
        >
          <Field name="name" label={t("filter.name")} hint={t("filter.nameHint", { max: filterNameMax })} />
          <Send kind="plain">{t("filter.save")}</Send>
        </ActionForm>
      ) : null}
    </details>
  )
}
