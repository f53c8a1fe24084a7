import { Button } from "@/app/_document/parts"
import { withEntry } from "@/app/_document/route/form-entry"
import { Shut } from "@/app/_document/shut"
import { StoreForm } from "@/app/_document/store-form"
import { type Locale, wordsFor } from "@/app/_words"
import { FileList } from "@/app/[locale]/report/evidence/file-list"
import { type Upload, uploadHoursMax } from "@/lib/evidence"
import { isShut, type Valve } from "@/lib/limits"
import {
  type FollowedObjection,
  filesPerObjectionMax,
  type ObjectionEvidence,
  objectionFileBytesMax,
} from "@/lib/objection"

type Props = {
  readonly locale: Locale
  /** Of what was typed to open the objection. */
  readonly entryRef: string
  readonly found: FollowedObjection
  readonly upload: Upload | undefined
  readonly valve: Valve | undefined
}

const megabytesMax = objectionFileBytesMax / 1024 ** 2

/** What was sent with an objection, and the way to send more until it is decided. */
export const ObjectionFiles = ({ locale, entryRef, found, upload, valve }: Props) => {
  const t = wordsFor(locale, "objection")
  const e = wordsFor(locale, "evidence")
  const { files, takesFiles } = found
  if (files.length === 0 && !takesFiles) return null
  const isWaiting = files.some(({ isArrived, state }) => isArrived && state === "announced")
  const pageHref = withEntry(`/${locale}/sites/objection/follow`, entryRef)
  return (
    <>
      <h2 className="govuk-heading-m">{t("files.title")}</h2>
      {takesFiles ? (
        <p className="govuk-body">
          {t("files.lead", { max: filesPerObjectionMax, megabytes: megabytesMax })}
        </p>
      ) : null}
      <FileList locale={locale} files={files.map(shown)} filesMax={filesPerObjectionMax} />
      {isWaiting ? (
        <p className="govuk-body">
          {e("checking")}{" "}
          <a className="govuk-link" href={pageHref}>
            {e("refresh")}
          </a>
        </p>
      ) : null}
      {takesFiles ? (
        <More locale={locale} entryRef={entryRef} pageHref={pageHref} upload={upload} valve={valve} />
      ) : null}
    </>
  )
}

const shown = ({ isArrived, ...file }: ObjectionEvidence) => ({
  ...file,
  state: file.state === "announced" ? (isArrived ? ("checking" as const) : ("waiting" as const)) : file.state,
})

type MoreProps = Omit<Props, "found"> & { readonly pageHref: string }

const More = ({ locale, entryRef, pageHref, upload, valve }: MoreProps) => {
  const t = wordsFor(locale, "objection")
  const e = wordsFor(locale, "evidence")
  if (valve && isShut(valve.state, "uploads")) return <Shut locale={locale} valve={valve} isSaved />
  if (!upload)
    return (
      <form method="post" action={withEntry(`/${locale}/sites/objection/files`, entryRef)}>
        <Button kind="secondary">{t("files.add")}</Button>
      </form>
    )
  const tooLarge = t("files.tooLarge", { megabytes: megabytesMax })
  return (
    <StoreForm
      locale={locale}
      upload={upload}
      label={e("choose")}
      hint={t("files.hint", { megabytes: megabytesMax })}
      button={e("send")}
      pageHref={pageHref}
      frameHref={`/${locale}/sites/objection/sending`}
      refusals={{
        EntityTooLarge: tooLarge,
        EntityTooSmall: e("sending.tooSmall"),
        AccessDenied: e("sending.expired", { hours: uploadHoursMax }),
      }}
    />
  )
}
