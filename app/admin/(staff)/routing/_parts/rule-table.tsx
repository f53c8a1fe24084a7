import type { ReactNode } from "react"
import { type Locale, wordsFor } from "@/app/_words"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { conditionsText } from "@/app/admin/(staff)/referrals/_parts/rule-text"
import type { Authority } from "@/lib/authority"
import type { Rule } from "@/lib/routing"

type Props = {
  readonly locale: Locale
  readonly caption: string
  readonly rules: readonly Rule[]
  readonly authorities: readonly Authority[]
  /** What may be done with a rule. */
  readonly acts?: (rule: Rule) => ReactNode
}

/** Rules in the order in which they are gone through. */
export const RuleTable = ({ locale, caption, rules, authorities, acts }: Props) => {
  const t = wordsFor(locale, "consoleRouting")
  return (
    <DataTable
      caption={caption}
      rows={rules}
      keyOf={({ ruleId }) => ruleId}
      empty={t("noneInForce")}
      columns={[
        {
          key: "name",
          label: t("name"),
          cell: (rule) => (
            <>
              {rule.name[locale]}
              {acts?.(rule)}
            </>
          ),
        },
        { key: "order", label: t("order"), isNumber: true, cell: ({ order }) => order },
        { key: "when", label: t("when"), cell: ({ when }) => conditionsText(locale, when) },
        {
          key: "to",
          label: t("to"),
          cell: ({ to }) => authorities.find(({ authorityId }) => authorityId === to)?.name[locale] ?? to,
        },
      ]}
    />
  )
}
