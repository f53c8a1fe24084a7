import { type Locale, wordsFor } from "@/app/_words"
import { To } from "@/app/admin/_ui/to"

type Props = { readonly locale: Locale; readonly overdue: number; readonly returned: number }

/** Leads case officers to the referrals that wait for them; nothing where none does. */
export const Attention = ({ locale, overdue, returned }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  if (overdue + returned === 0) return null
  return (
    <ul>
      {overdue > 0 ? (
        <li>
          <To href="/admin/referrals?status=overdue">{t("overdueNote", { count: overdue })}</To>
        </li>
      ) : null}
      {returned > 0 ? (
        <li>
          <To href="/admin/referrals?status=returned">{t("returnedNote", { count: returned })}</To>
        </li>
      ) : null}
    </ul>
  )
}
