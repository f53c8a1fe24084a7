import { type Locale, wordsFor } from "@/app/_words"
import { Badge } from "@/app/admin/_ui/parts"
import type { CaseStatus } from "@/lib/case"

const caseTones = { open: "warn", referred: "calm", acting: "calm", closed: "good" } as const

export const CaseStatusBadge = ({ locale, status }: { locale: Locale; status: CaseStatus }) => (
  <Badge tone={caseTones[status]}>{wordsFor(locale, "consoleCase")(`status.${status}`)}</Badge>
)
