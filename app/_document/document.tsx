import type { ReactNode } from "react"
import { type Locale, locales, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import { setting } from "@/lib/kernel/config"
import { asset } from "./asset"
import { PageFooter } from "./page-footer"
import { PageHeader } from "./page-header"

export type DocumentProps = {
  readonly locale: Locale
  /** The page's address below the language, e.g. `/notices`; "" is the home page. */
  readonly path: string
  /** What the page is called, as its h1 says it. */
  readonly title: string
  readonly description?: string
  /** Says in the title that the form has errors. */
  readonly hasErrors?: boolean
  /** Kept out of search engines: answers to one person, errors. */
  readonly isPrivate?: boolean
  /** Names of modules in public/assets, e.g. `upload.js`; needs `policy: { scripts: true }`. */
  readonly modules?: readonly string[]
  /** What was typed into the page's form before: the page in the other language shows it too. */
  readonly entry?: { readonly ref: string } | undefined
  /** More elements of the head, e.g. a refresh or a feed. */
  readonly head?: ReactNode
  /** Above the main content: breadcrumbs or a way back. */
  readonly before?: ReactNode
  readonly children: ReactNode
}

/** The shell of every public page. */
export const Document = (props: DocumentProps) => {
  const { locale, path, title, hasErrors = false, isPrivate = false } = props
  const t = wordsFor(locale, "common")
  const heading = hasErrors ? t("titleWithErrors", { title }) : title
  return (
    <html lang={languageTags[locale]} className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <title>{path === "" ? t("portalName") : t("pageTitle", { title: heading })}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#17375e" />
        <meta name="color-scheme" content="light" />
        {props.description ? <meta name="description" content={props.description} /> : null}
        {isPrivate ? <meta name="robots" content="noindex" /> : <Alternates locale={locale} path={path} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={asset("site.css").href} />
        {props.head}
        {props.modules?.map((name) => (
          <Module key={name} name={name} />
        ))}
      </head>
      <body className="govuk-template__body">
        <a href="#main" className="govuk-skip-link">
          {t("skipToContent")}
        </a>
        <PageHeader locale={locale} path={path} entry={props.entry} />
        <div className="govuk-width-container">
          {props.before}
          <main className="govuk-main-wrapper portal-main" id="main" tabIndex={-1}>
            {props.children}
          </main>
        </div>
        <PageFooter locale={locale} />
      </body>
    </html>
  )
}

const Alternates = ({ locale, path }: { locale: Locale; path: string }) => {
  const address = (of: Locale) => new URL(`/${of}${path}`, setting("SITE_URL")).href
  return (
    <>
      <link rel="canonical" href={address(locale)} />
      {locales.map((of) => (
        <link key={of} rel="alternate" hrefLang={languageTags[of]} href={address(of)} />
      ))}
    </>
  )
}

const Module = ({ name }: { name: string }) => {
  const { href, integrity } = asset(name)
  return <script type="module" src={href} {...(integrity ? { integrity, crossOrigin: "anonymous" } : {})} />
}
