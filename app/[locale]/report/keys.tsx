import { SummaryList } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"

/** The number and the code, to write down. Where they stand the report is saved, and its draft is dropped. */
export const Keys = ({ locale, number, code }: { locale: Locale; number: string; code: string }) => {
  const t = wordsFor(locale, "report")
  return (
    <div data-draft="saved">
      <SummaryList
        rows={[
          { key: t("saved.number"), value: <code className="portal-key">{number}</code> },
          { key: t("saved.code"), value: <code className="portal-key">{code}</code> },
        ]}
      />
    </div>
  )
}
