import { type Locale, wordsFor } from "@/app/_words"
import type { NoticeStatus } from "@/lib/notice"
import { Badge } from "../parts"

const tones = { draft: "calm", "in-review": "warn", published: "good" } as const

export const NoticeStatusBadge = ({ locale, status }: { locale: Locale; status: NoticeStatus }) => (
  <Badge tone={tones[status]}>{wordsFor(locale, "consoleNotice")(`status.${status}`)}</Badge>
)
