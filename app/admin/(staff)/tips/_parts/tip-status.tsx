import { type Locale, wordsFor } from "@/app/_words"
import { Badge } from "@/app/admin/_ui/parts"
import type { TipStatus } from "@/lib/tip"

const tones = {
  received: "warn",
  screening: "calm",
  "awaiting-reporter": "calm",
  accepted: "good",
  declined: "bad",
  duplicate: "bad",
  withdrawn: "calm",
} as const satisfies Record<TipStatus, string>

export const TipStatusBadge = ({ locale, status }: { locale: Locale; status: TipStatus }) => (
  <Badge tone={tones[status]}>{wordsFor(locale, "consoleTip")(`status.${status}`)}</Badge>
)
