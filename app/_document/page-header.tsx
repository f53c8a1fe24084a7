import { type Locale, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"

const sections = ["report", "follow", "notices", "campaigns", "open-data"] as const

const isWithin = (path: string, section: string) => path === `/${section}` || path.startsWith(`/${section}/`)

type Props = {
  readonly locale: Locale
  readonly path: string
  readonly entry?: { readonly ref: string } | undefined
}

export const PageHeader = ({ locale, path, entry }: Props) => {
  const t = wordsFor(locale, "common")
  const other: Locale = locale === "zh" ? "en" : "zh"
  return (
    <header className="portal-header">
      <div className="govuk-width-container portal-header__bar">
        <a className="portal-header__name" href={`/${locale}`}>
          <Mark />
          <span>
            <span className="portal-header__administration">{t("administration")}</span>
            <span className="portal-header__portal">{t("portalName")}</span>
          </span>
        </a>
        <a
          className="portal-header__language"
          href={`/${other}${path}${entry ? `?entry=${entry.ref}` : ""}`}
          hrefLang={languageTags[other]}
          lang={languageTags[other]}
          rel="alternate"
        >
          {t("otherLanguage")}
        </a>
      </div>
      <nav className="portal-nav" aria-label={t("navigation")}>
        <ul className="govuk-width-container portal-nav__list">
          {sections.map((section) => (
            <li key={section}>
              <a
                className="portal-nav__link"
                href={`/${locale}/${section}`}
                aria-current={path === `/${section}` ? "page" : isWithin(path, section) ? "true" : undefined}
              >
                {t(`sections.${section}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** The portal's own mark: a seal with the meshes of a net. */
const Mark = () => (
  <svg
    className="portal-header__mark"
    viewBox="0 0 40 40"
    width="40"
    height="40"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="40" height="40" rx="5" fill="#a8322a" />
    <path
      d="M8 8h24v24H8zM8 16h24M8 24h24M16 8v24M24 8v24"
      fill="none"
      stroke="#fff"
      strokeOpacity=".55"
      strokeWidth="1.5"
    />
    <path d="M29 8 14 29l-4 3 1.5-4.8z" fill="#fff" />
  </svg>
)
