import { type Locale, wordsFor } from "@/app/_words"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { To } from "@/app/admin/_ui/to"
import type { Authority } from "@/lib/authority"
import type { TriedDraft } from "@/lib/routing"

type Props = {
  readonly locale: Locale
  readonly tried: TriedDraft
  readonly authorities: readonly Authority[]
}

/** What the draft would have done to the cases of the last month. */
export const Tried = ({ locale, tried: { cases, isCut, differences }, authorities }: Props) => {
  const t = wordsFor(locale, "consoleRouting")
  const nameOf = (id: string | undefined) =>
    authorities.find(({ authorityId }) => authorityId === id)?.name[locale] ?? id ?? t("try.nothing")
  return (
    <>
      <h3>{t("try.title")}</h3>
      <p>
        {differences.length === 0
          ? t("try.none", { cases })
          : t("try.some", { cases, count: differences.length })}{" "}
        {isCut ? t("try.cut", { cases }) : null}
      </p>
      {differences.length > 0 ? (
        <DataTable
          caption={t("try.title")}
          rows={differences}
          keyOf={({ caseId }) => caseId}
          empty=""
          columns={[
            {
              key: "case",
              label: t("try.case"),
              cell: ({ caseId, number, site }) => (
                <>
                  <To href={`/admin/cases/${caseId}`}>{number ?? site}</To>{" "}
                  <span className="under">{number ? site : null}</span>
                </>
              ),
            },
            { key: "before", label: t("try.before"), cell: ({ before }) => nameOf(before) },
            { key: "after", label: t("try.after"), cell: ({ after }) => nameOf(after) },
          ]}
        />
      ) : null}
    </>
  )
}
