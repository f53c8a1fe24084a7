import { uploadWords } from "@/app/_browser/upload-words"
import { asset } from "@/app/_document/asset"
import { FileField } from "@/app/_document/form"
import { type Locale, wordsFor } from "@/app/_words"
import { sizeBytesMax } from "@/lib/evidence"
import { gigabytesMax } from "./send-form"

type Props = {
  readonly locale: Locale
  readonly tipId: string
  readonly number: string
  readonly code: string
}

/** What the module `upload.js` turns into a choice of many files with their progress. Nothing without it. */
export const Sender = ({ locale, tipId, number, code }: Props) => {
  const t = wordsFor(locale, "evidence")
  return (
    <div
      className="portal-drop"
      data-upload
      data-tip-id={tipId}
      data-number={number}
      data-code={code}
      data-bytes-max={sizeBytesMax}
      data-hasher={asset("hash-worker.js").href}
      data-words={JSON.stringify(uploadWords(locale, gigabytesMax))}
      hidden
    >
      <FileField
        locale={locale}
        id="files"
        label={t("chooseMany")}
        hint={t("hint", { gigabytes: gigabytesMax })}
        isMultiple
      />
      <p className="govuk-hint portal-drop__how">{t("drop")}</p>
      <p className="govuk-hint">{t("comeBack")}</p>
      <ul className="govuk-list portal-uploads" data-progress />
      <p className="govuk-visually-hidden" role="status" data-status />
    </div>
  )
}
