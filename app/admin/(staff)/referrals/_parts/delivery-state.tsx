import { type Locale, wordsFor } from "@/app/_words"
import { Badge } from "@/app/admin/_ui/parts"
import type { OutboxState } from "@/lib/outbox"

const tones = { due: "warn", done: "good", parked: "bad" } as const

export const DeliveryStateBadge = ({ locale, state }: { locale: Locale; state: OutboxState }) => (
  <Badge tone={tones[state]}>{wordsFor(locale, "consoleAuthority")(`deliveries.state.${state}`)}</Badge>
)
