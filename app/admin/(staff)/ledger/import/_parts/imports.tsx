import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import type { Import } from "@/lib/measure"
import { ImportStateBadge } from "./import-state"

type Props = { readonly locale: Locale; readonly imports: readonly Import[] }

/** The person's own latest imports, and how each stands. */
export const Imports = ({ locale, imports }: Props) => {
  const t = wordsFor(locale, "consoleImport")
  const number = (value: number) => formatFor(locale).number(value)
  if (imports.length === 0) return null
  return (
    <Section id="imports" title={t("imports")}>
      <DataTable
        caption={t("imports")}
        rows={imports}
        keyOf={({ importId }) => importId}
        empty=""
        columns={[
          {
            key: "file",
            label: t("file"),
            cell: ({ importId, fileName }) => (
              <To href={`/admin/ledger/import/${importId}`}>{shownText(fileName || importId)}</To>
            ),
          },
          {
            key: "begun",
            label: t("begun"),
            cell: ({ orderedAt }) => <When locale={locale} at={orderedAt} />,
          },
          {
            key: "rows",
            label: t("progress"),
            isNumber: true,
            cell: ({ rowsDone, total }) => t("rowsOf", { done: number(rowsDone), total: number(total) }),
          },
          {
            key: "state",
            label: t("state"),
            cell: ({ state }) => <ImportStateBadge locale={locale} state={state} />,
          },
        ]}
      />
    </Section>
  )
}
