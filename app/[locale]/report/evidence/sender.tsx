import { asset } from "@/app/_document/asset"
import { FileField } from "@/app/_document/form"
import { type Locale, wordsFor } from "@/app/_words"
import { sizeBytesMax } from "@/lib/evidence"
import { acceptedFiles, gigabytesMax } from "./send-form"

/** The words of the module, with places for what only the browser knows. */
const uploadWords = (locale: Locale) => {
  const [t, e] = [wordsFor(locale, "evidence"), wordsFor(locale, "errors")]
  const [name, text, percent, speed, time] = ["{name}", "{text}", "{percent}", "{speed}", "{time}"]
  const [why, left] = ["{why}", "{left}"]
  return {
    of: t("uploading.of", { name, text }),
    queued: t("uploading.queued"),
    preparing: t("uploading.preparing"),
    reading: t("uploading.reading", { percent }),
    begun: t("uploading.begun", { percent }),
    progress: t("uploading.progress", { percent, speed, time }),
    waiting: t("uploading.waiting"),
    pause: t("uploading.pause"),
    paused: t("uploading.paused"),
    goOn: t("uploading.goOn"),
    goingOn: t("uploading.goingOn"),
    unreadable: t("uploading.unreadable"),
    sent: t("uploading.sent"),
    failed: t("uploading.failed", { why }),
    refused: t("uploading.refused"),
    tooBig: t("uploading.tooBig", { gigabytes: gigabytesMax }),
    tooMany: t("uploading.tooMany", { left }),
    discard: t("discard"),
    discarded: t("uploading.discarded"),
    empty: e("rejections.empty"),
    otherType: e("rejections.type-not-accepted"),
    otherSize: e("rejections.size-mismatch"),
    otherContent: e("rejections.hash-mismatch"),
  }
}
export type UploadWords = ReturnType<typeof uploadWords>

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
      data-words={JSON.stringify(uploadWords(locale))}
      hidden
    >
      <FileField
        locale={locale}
        id="files"
        label={t("chooseMany")}
        hint={t("hint", { gigabytes: gigabytesMax })}
        accept={acceptedFiles}
        isMultiple
      />
      <p className="govuk-hint portal-drop__how">{t("drop")}</p>
      <p className="govuk-hint">{t("comeBack")}</p>
      <ul className="govuk-list portal-uploads" data-progress />
      <p className="govuk-visually-hidden" role="status" data-status />
    </div>
  )
}
