import { type Locale, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import { asset } from "./asset"

type Props = {
  readonly locale: Locale
  /** Where what became of the file is shown; absent before one was sent. */
  readonly nextHref: string | undefined
}

/** What the frame beside a form to the store shows, before and after: a few lines, with nothing around them. */
export const SendingFrame = ({ locale, nextHref }: Props) => {
  const t = wordsFor(locale, "evidence")
  return (
    <html lang={languageTags[locale]}>
      <head>
        <meta charSet="utf-8" />
        <title>{t("sending.frame")}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={asset("site.css").href} />
      </head>
      <body className="portal-framed">
        <main>
          <h1 className="govuk-heading-s">{nextHref ? t("sending.arrived") : t("sending.title")}</h1>
          {nextHref ? (
            <p className="govuk-body">
              <a className="govuk-link" href={nextHref} target="_top">
                {t("sending.look")}
              </a>
            </p>
          ) : (
            <p className="govuk-body-s">{t("sending.none")}</p>
          )}
        </main>
      </body>
    </html>
  )
}
