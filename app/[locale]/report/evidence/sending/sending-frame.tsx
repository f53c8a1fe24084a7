import { asset } from "@/app/_document/asset"
import { type Locale, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"

type Props = { readonly locale: Locale; readonly sentId: string | undefined }

/** A few lines in a frame, with nothing around them. */
export const SendingFrame = ({ locale, sentId }: Props) => {
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
          <h1 className="govuk-heading-s">{sentId ? t("sending.arrived") : t("sending.title")}</h1>
          {sentId ? (
            <p className="govuk-body">
              <a className="govuk-link" href={`/${locale}/report/evidence?sent=${sentId}`} target="_top">
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
