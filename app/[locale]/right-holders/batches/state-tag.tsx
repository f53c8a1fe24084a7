import { Tag, type TagColour } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import type { BatchState } from "@/lib/batch"

const colours: Readonly<Record<BatchState, TagColour>> = {
  waiting: "grey",
  checking: "blue",
  checked: "yellow",
  sending: "blue",
  sent: "green",
  stopped: "red",
}

export const StateTag = ({ locale, state }: { readonly locale: Locale; readonly state: BatchState }) => (
  <Tag colour={colours[state]}>{wordsFor(locale, "batch")(`states.${state}`)}</Tag>
)
