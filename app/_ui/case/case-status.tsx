import { type Locale, wordsFor } from "@/app/_words"
import type { CaseStatus, ReferralStatus } from "@/lib/enforcement"
import { Badge } from "../parts"

const caseTones = { open: "warn", referred: "calm", acting: "calm", closed: "good" } as const
const referralTones = {
  draft: "warn",
  approved: "calm",
  delivered: "warn",
  acknowledged: "calm",
  accepted: "calm",
  returned: "bad",
  reported: "good",
} as const

export const CaseStatusBadge = ({ locale, status }: { locale: Locale; status: CaseStatus }) => (
  <Badge tone={caseTones[status]}>{wordsFor(locale, "consoleCase")(`status.${status}`)}</Badge>
)

export const ReferralStatusBadge = ({ locale, status }: { locale: Locale; status: ReferralStatus }) => (
  <Badge tone={referralTones[status]}>{wordsFor(locale, "consoleCase")(`referralStatus.${status}`)}</Badge>
)
