import { type Locale, wordsFor } from "@/app/_words"
import { FileField } from "./form"
import { Button, Details } from "./parts"

type Props = {
  readonly locale: Locale
  readonly upload: { readonly url: string; readonly fields?: Readonly<Record<string, string>> }
  readonly label: string
  readonly hint: string
  readonly button: string
  /** The page itself, and what its frame shows before a file was sent. */
  readonly pageHref: string
  readonly frameHref: string
  /** What the store's refusals mean here. */
  readonly refusals: Readonly<Record<"EntityTooLarge" | "EntityTooSmall" | "AccessDenied", string>>
}

/**
 * The plain form, straight to the store. The file is the last field, as the store wants it. The answer comes into a
 * frame, because a refusal is XML of the store's own: the page with words stays (docs/decisions/0038).
 */
export const StoreForm = ({ locale, upload, label, hint, button, pageHref, frameHref, refusals }: Props) => {
  const t = wordsFor(locale, "evidence")
  return (
    <>
      <form method="post" action={upload.url} encType="multipart/form-data" target="sending">
        {Object.entries(upload.fields ?? {}).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <FileField locale={locale} id="file" label={label} hint={hint} isRequired />
        <Button>{button}</Button>
      </form>
      <iframe
        className="portal-sending"
        name="sending"
        title={t("sending.frame")}
        src={frameHref}
        loading="lazy"
      />
      <Details summary={t("sending.refusedTitle")}>
        <p>{t("sending.refused")}</p>
        <ul className="govuk-list govuk-list--bullet">
          {Object.entries(refusals).map(([code, meaning]) => (
            <li key={code}>
              <strong lang="en">{code}</strong>: {meaning}
            </li>
          ))}
        </ul>
        <p>
          {t("sending.other")}{" "}
          <a className="govuk-link" href={pageHref}>
            {t("sending.again")}
          </a>
        </p>
      </Details>
    </>
  )
}
