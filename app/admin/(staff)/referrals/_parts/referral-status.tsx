import { type Locale, wordsFor } from "@/app/_words"
import { Badge } from "@/app/admin/_ui/parts"
import type { ReferralStatus } from "@/lib/referral"

const referralTones = {
  draft: "warn",
  approved: "calm",
  delivered: "warn",
  acknowledged: "calm",
  accepted: "calm",
  returned: "bad",
  reported: "good",
  withdrawn: "calm",
} as const

export const ReferralStatusBadge = ({ locale, status }: { locale: Locale; status: ReferralStatus }) => (
  <Badge tone={referralTones[status]}>{wordsFor(locale, "consoleCase")(`referralStatus.${status}`)}</Badge>
)
