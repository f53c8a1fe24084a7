import { StoreForm } from "@/app/_document/store-form"
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

/** The form that sends a file of evidence. */
export const SendForm = ({ locale, upload, name, isKnownByHash }: Props) => {
  const t = wordsFor(locale, "evidence")
  return (
    <div data-plain={name === undefined || isKnownByHash ? "" : undefined}>
      <StoreForm
        locale={locale}
        upload={upload}
        label={name === undefined ? t("choose") : t("chooseNamed", { name: shownName(name) })}
        hint={t("hint", { gigabytes: gigabytesMax })}
        button={t("send")}
        pageHref={`/${locale}/report/evidence`}
        frameHref={`/${locale}/report/evidence/sending`}
        refusals={{
          EntityTooLarge: t("sending.tooLarge", { gigabytes: gigabytesMax }),
          EntityTooSmall: t("sending.tooSmall"),
          AccessDenied: t("sending.expired", { hours: uploadHoursMax }),
        }}
      />
    </div>
  )
}
