import { type Locale, wordsFor } from "@/app/_words"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import type { Authority } from "@/lib/authority"
import type { Person } from "@/lib/kernel/actor"
import { type Measure, recordMeasure, reverseMeasure } from "@/lib/measure"
import type { Referral } from "@/lib/referral"
import { MeasureTable } from "./measure-table"
import { RecordMeasure } from "./record-measure"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly caseId: string
  readonly isClosed: boolean
  readonly sites: readonly string[]
  readonly measures: readonly Measure[]
  /** Those under which a measure may be recorded here. */
  readonly referrals: readonly Referral[]
  readonly authorities: readonly Authority[]
}

/** The measures of a case, or of one referral, and the form for another. */
export const Measures = (props: Props) => {
  const { locale, person, measures, authorities } = props
  const t = wordsFor(locale, "consoleCase")
  return (
    <Section id="measures" title={t("measures")}>
      <MeasureTable
        locale={locale}
        measures={measures}
        authorities={authorities}
        canReverse={may(person, reverseMeasure)}
      />
      {may(person, recordMeasure) ? <RecordMeasure {...props} /> : null}
    </Section>
  )
}
