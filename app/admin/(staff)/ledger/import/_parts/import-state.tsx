import { type Locale, wordsFor } from "@/app/_words"
import { Badge } from "@/app/admin/_ui/parts"
import type { Import } from "@/lib/measure"

const tones = { waiting: "calm", running: "warn", done: "good", stopped: "bad" } as const

export const ImportStateBadge = ({ locale, state }: { locale: Locale } & Pick<Import, "state">) => (
  <Badge tone={tones[state]}>{wordsFor(locale, "consoleImport")(`states.${state}`)}</Badge>
)
