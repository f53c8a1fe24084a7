import { type Locale, wordsFor } from "@/app/_words"
import type { Priority } from "@/lib/desk"

/** How pressing the tip is, and why. */
export const PriorityLine = ({ locale, priority }: { locale: Locale; priority: Priority }) => {
  const t = wordsFor(locale, "consoleTip")
  const reasons = priority.reasons.map(({ kind, points }) => `${t(`priority.${kind}`)} +${points}`)
  return (
    <p>
      <strong>{t("priority.title", { points: priority.points })}</strong>{" "}
      <span className="quiet">{reasons.length > 0 ? reasons.join(" · ") : t("priority.none")}</span>
    </p>
  )
}
