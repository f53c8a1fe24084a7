import { type Locale, wordsFor } from "@/app/_words"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import type { Update } from "@/lib/agency"

type Props = { readonly locale: Locale; readonly updates: readonly Update[] }

/** What the authority's own system has said of a referral; nothing where it has said nothing. */
export const Updates = ({ locale, updates }: Props) => {
  const t = wordsFor(locale, "consoleAuthority")
  if (updates.length === 0) return null
  return (
    <Section id="updates" title={t("updates.title")}>
      <DataTable
        caption={t("updates.title")}
        rows={updates}
        keyOf={({ updateId }) => updateId}
        empty=""
        columns={[
          {
            key: "what",
            label: t("updates.what"),
            cell: ({ content }) => (
              <>
                {t(`updates.status.${content.status}`)}
                {content.status === "report" ? (
                  <span className="under">{t(`deliveries.reportState.${content.state}`)}</span>
                ) : null}
              </>
            ),
          },
          {
            key: "at",
            label: t("updates.at"),
            cell: ({ receivedAt, by }) => (
              <>
                <When locale={locale} at={receivedAt} /> <span className="under">{by.name}</span>
              </>
            ),
          },
          {
            key: "reference",
            label: t("updates.reference"),
            cell: ({ content }) => content.reference || "–",
          },
          {
            key: "description",
            label: t("updates.description"),
            cell: ({ content }) => content.description || "–",
          },
        ]}
      />
    </Section>
  )
}
