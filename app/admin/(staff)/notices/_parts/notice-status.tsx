import { type Locale, wordsFor } from "@/app/_words"
import { Badge } from "@/app/admin/_ui/parts"
import type { NoticeStatus } from "@/lib/notice"

const tones = { draft: "calm", "in-review": "warn", published: "good" } as const

export const NoticeStatusBadge = ({ locale, status }: { locale: Locale; status: NoticeStatus }) => (
  <Badge tone={tones[status]}>{wordsFor(locale, "consoleNotice")(`status.${status}`)}</Badge>
)
