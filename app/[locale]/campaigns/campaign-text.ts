import { dateText } from "@/app/_document/date-text"
import { type Locale, wordsFor } from "@/app/_words"
import type { Campaign } from "@/lib/campaign"

/** When a campaign ran, as exactly as is known. */
export const periodText = (locale: Locale, { year, period }: Pick<Campaign, "year" | "period">) => {
  const t = wordsFor(locale, "campaign")
  if (!period) return t("period.year", { year: String(year) })
  const from = dateText(locale, period.from)
  return period.to
    ? t("period.between", { from, to: dateText(locale, period.to) })
    : t("period.since", { from })
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
