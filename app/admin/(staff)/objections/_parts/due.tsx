import { type Locale, wordsFor } from "@/app/_words"
import { Badge } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import { dueAt, type Objection } from "@/lib/objection"

type Props = {
  readonly locale: Locale
  readonly now: string
  readonly objection: Pick<Objection, "status" | "receivedAt">
}

/** Until when the next step is due, and whether that has passed. */
export const Due = ({ locale, now, objection }: Props) => {
  const due = dueAt(objection)
  if (!due) return "–"
  return (
    <>
      <When locale={locale} at={due} />{" "}
      {due < now ? <Badge tone="bad">{wordsFor(locale, "consoleObjection")("overdue")}</Badge> : null}
    </>
  )
}
