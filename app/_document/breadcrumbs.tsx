import { type Locale, wordsFor } from "@/app/_words"

export type Crumb = { readonly href: string; readonly text: string }

/** The way to a page, home first. The page itself is not in it: its h1 says where one is. */
export const Breadcrumbs = ({ locale, crumbs = [] }: { locale: Locale; crumbs?: readonly Crumb[] }) => {
  const t = wordsFor(locale, "common")
  return (
    <nav className="govuk-breadcrumbs" aria-label={t("breadcrumbs")}>
      <ol className="govuk-breadcrumbs__list">
        {[{ href: `/${locale}`, text: t("home") }, ...crumbs].map(({ href, text }) => (
          <li className="govuk-breadcrumbs__list-item" key={href}>
            <a className="govuk-breadcrumbs__link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
