import { type Locale, wordsFor } from "@/app/_words"
import { To } from "@/app/admin/_ui/to"

type Props = {
  readonly locale: Locale
  readonly href: string
  /** The list's own choices, which every page keeps. */
  readonly search: Readonly<Record<string, string>>
  readonly cursor: string | undefined
  readonly next: string | undefined
}

/** Forward by cursor, and back to the first page. */
export const Pager = ({ locale, href, search, cursor, next }: Props) => {
  const t = wordsFor(locale, "console")
  const address = (more: Record<string, string>) => `${href}?${new URLSearchParams({ ...search, ...more })}`
  if (!cursor && !next) return null
  return (
    <nav className="pager" aria-label={t("list.pages")}>
      {cursor ? <To href={address({})}>{t("list.first")}</To> : null}
      {next ? <To href={address({ cursor: next })}>{t("list.next")}</To> : null}
    </nav>
  )
}
