import { type Locale, wordsFor } from "@/app/_words"

/** The words of the module, with places for what only the browser knows. */
export const uploadWords = (locale: Locale, gigabytesMax: number) => {
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
    unreachable: t("uploading.unreachable"),
    tooBig: t("uploading.tooBig", { gigabytes: gigabytesMax }),
    tooMany: t("uploading.tooMany", { left }),
    discard: t("discard"),
    discarded: t("uploading.discarded"),
    empty: e("rejections.empty"),
    otherSize: e("rejections.size-mismatch"),
    otherContent: e("rejections.hash-mismatch"),
  }
}
export type UploadWords = ReturnType<typeof uploadWords>
