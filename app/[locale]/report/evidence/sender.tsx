import { asset } from "@/app/_document/asset"
import { FileField } from "@/app/_document/form"
import { Button } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { acceptedEndings, filesPerTipMax, sizeBytesMax, type Upload } from "@/lib/evidence"

const accept = acceptedEndings.map((ending) => `.${ending}`).join(",")
const gigabytes = Math.floor(sizeBytesMax / 1024 ** 3)

/** The words of the module, with places for what only the browser knows. */
const uploadWords = (locale: Locale) => {
  const [t, e] = [wordsFor(locale, "evidence"), wordsFor(locale, "errors")]
  const [name, percent, speed, time] = ["{name}", "{percent}", "{speed}", "{time}"]
  const [why, left] = ["{why}", "{left}"]
  return {
    preparing: t("uploading.preparing", { name }),
    progress: t("uploading.progress", { name, percent, speed, time }),
    reading: t("uploading.reading", { name, percent }),
    waiting: t("uploading.waiting", { name }),
    pause: t("uploading.pause"),
    paused: t("uploading.paused", { name }),
    goOn: t("uploading.goOn"),
    goingOn: t("uploading.goingOn", { name }),
    unreadable: t("uploading.unreadable"),
    sent: t("uploading.sent", { name }),
    failed: t("uploading.failed", { name, why }),
    broken: t("uploading.broken"),
    refused: t("uploading.refused"),
    empty: e("rejections.empty"),
    otherSize: e("rejections.size-mismatch"),
    otherContent: e("rejections.hash-mismatch"),
    tooMany: t("uploading.tooMany", { left }),
  }
}
export type UploadWords = ReturnType<typeof uploadWords>

type Props = {
  readonly locale: Locale
  readonly tipId: string
  readonly number: string
  readonly code: string
  readonly used: number
}

/** What the module `upload.js` turns into a choice of many files with their progress. Nothing without it. */
export const Sender = ({ locale, tipId, number, code, used }: Props) => {
  const t = wordsFor(locale, "evidence")
  return (
    <div
      data-upload
      data-tip-id={tipId}
      data-number={number}
      data-code={code}
      data-left={filesPerTipMax - used}
      data-hasher={asset("hash-worker.js").href}
      data-words={JSON.stringify(uploadWords(locale))}
      hidden
    >
      <FileField
        locale={locale}
        id="files"
        label={t("chooseMany")}
        hint={t("hint", { gigabytes })}
        accept={accept}
        isMultiple
      />
      <p className="govuk-hint">{t("comeBack")}</p>
      <ul className="govuk-list" data-progress />
      <p className="govuk-visually-hidden" role="status" data-status />
    </div>
  )
}

type SendFormProps = {
  readonly locale: Locale
  readonly upload: Upload
  /** Of a file that was announced before. */
  readonly name?: string | undefined
  /** The module knows such a file again when it is chosen, and goes on where it stopped; else its form stays. */
  readonly isKnownByHash: boolean
}

/** The plain form, straight to the evidence store. The file is the last field, as the store wants it. */
export const SendForm = ({ locale, upload, name, isKnownByHash }: SendFormProps) => {
  const t = wordsFor(locale, "evidence")
  return (
    <form
      method="post"
      action={upload.url}
      encType="multipart/form-data"
      data-plain={name === undefined || isKnownByHash ? "" : undefined}
    >
      {Object.entries(upload.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FileField
        locale={locale}
        id="file"
        label={name === undefined ? t("choose") : t("chooseNamed", { name })}
        hint={t("hint", { gigabytes })}
        accept={accept}
        isRequired
      />
      <Button>{t("send")}</Button>
    </form>
  )
}
