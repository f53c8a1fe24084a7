import { FileField } from "@/app/_document/form"
import { Button, Details } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { shownName } from "@/app/_words/shown-name"
import { sizeBytesMax, type Upload, uploadHoursMax } from "@/lib/evidence"

export const gigabytesMax = Math.floor(sizeBytesMax / 1024 ** 3)

type Props = {
  readonly locale: Locale
  readonly upload: Upload
  /** Of a file that was announced before. */
  readonly name?: string | undefined
  /** The module knows such a file again when it is chosen, and goes on where it stopped; else its form stays. */
  readonly isKnownByHash: boolean
}

/**
 * The plain form, straight to the evidence store. The file is the last field, as the store wants it. The answer comes
 * into a frame, because a refusal is XML of the store's own: the page with words stays (docs/decisions/0038).
 */
export const SendForm = ({ locale, upload, name, isKnownByHash }: Props) => {
  const t = wordsFor(locale, "evidence")
  return (
    <div data-plain={name === undefined || isKnownByHash ? "" : undefined}>
      <form method="post" action={upload.url} encType="multipart/form-data" target="sending">
        {Object.entries(upload.fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <FileField
          locale={locale}
          id="file"
          label={name === undefined ? t("choose") : t("chooseNamed", { name: shownName(name) })}
          hint={t("hint", { gigabytes: gigabytesMax })}
          isRequired
        />
        <Button>{t("send")}</Button>
      </form>
      <iframe
        className="portal-sending"
        name="sending"
        title={t("sending.frame")}
        src={`/${locale}/report/evidence/sending`}
        loading="lazy"
      />
      <Refusals locale={locale} />
    </div>
  )
}

const Refusals = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "evidence")
  return (
    <Details summary={t("sending.refusedTitle")}>
      <p>{t("sending.refused")}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <strong lang="en">EntityTooLarge</strong>: {t("sending.tooLarge", { gigabytes: gigabytesMax })}
        </li>
        <li>
          <strong lang="en">EntityTooSmall</strong>: {t("sending.tooSmall")}
        </li>
        <li>
          <strong lang="en">AccessDenied</strong>: {t("sending.expired", { hours: uploadHoursMax })}
        </li>
      </ul>
      <p>
        {t("sending.other")}{" "}
        <a className="govuk-link" href={`/${locale}/report/evidence`}>
          {t("sending.again")}
        </a>
      </p>
    </Details>
  )
}
