import type { Locale } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { TipStatusBadge } from "@/app/admin/(staff)/tips/_parts/tip-status"
import { numberOf } from "@/lib/reporter"
import type { TipRow } from "@/lib/tip"

type Props = {
  readonly locale: Locale
  readonly id: string
  readonly title: string
  readonly tips: readonly TipRow[]
}

/** Tips that have something in common with the one that is read; nothing where there is none. */
export const OtherTips = ({ locale, id, title, tips }: Props) =>
  tips.length === 0 ? null : (
    <Section id={id} title={title}>
      <ul>
        {tips.map(({ tipId, site, status }) => (
          <li key={tipId}>
            <To href={`/admin/tips/${tipId}`}>
              <span className="number">{numberOf(tipId)}</span> {shownText(site)}
            </To>{" "}
            <TipStatusBadge locale={locale} status={status} />
          </li>
        ))}
      </ul>
    </Section>
  )
