import { type Locale, wordsFor } from "@/app/_words"
import { dateText } from "@/app/_words/date-text"
import type { Campaign } from "@/lib/campaign"

/** When a campaign ran, as exactly as is known. */
export const periodText = (
  locale: Locale,
  { year, period, endedOn }: Pick<Campaign, "year" | "period" | "endedOn">,
) => {
  const t = wordsFor(locale, "campaign")
  const from = dateText(locale, period?.from ?? String(year))
  const to = endedOn ?? period?.to
  if (to) return t("period.between", { from, to: dateText(locale, to) })
  return period ? t("period.since", { from }) : from
}

type Words = ReturnType<typeof wordsFor<"campaign">>
type Key = Parameters<Words["has"]>[0]

/** The word for a key of the data, or the key itself where the words have none yet. */
const wordOr = (t: Words, key: string, fallback: string) =>
  t.has(key as Key) ? t(key as Key & "demo") : fallback

export const agencyText = (locale: Locale, agency: string) =>
  wordOr(wordsFor(locale, "campaign"), `agencies.${agency}`, agency)

export const focusText = (locale: Locale, focus: string) =>
  wordOr(wordsFor(locale, "campaign"), `focus.${focus}`, focus)
