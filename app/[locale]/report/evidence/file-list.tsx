import { Button, Tag, type TagColour } from "@/app/_document/parts"
import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { shownName } from "@/app/_words/shown-name"
import { filesPerTipMax } from "@/lib/evidence"
import { isShown, placesLeft, type SentFile } from "./slot"

const colours: Readonly<Record<SentFile["state"], TagColour>> = {
  waiting: "grey",
  checking: "blue",
  verified: "green",
  rejected: "red",
  expired: "grey",
}

const sizeText = (locale: Locale, sizeBytes: number) => {
  const size = (value: number, unit: string, unitDisplay: "short" | "long" = "short") =>
    formatFor(locale).number(value, { style: "unit", unit, unitDisplay, maximumFractionDigits: 1 })
  if (sizeBytes < 1_000) return size(sizeBytes, "byte", "long")
  return sizeBytes < 1_000_000 ? size(sizeBytes / 1e3, "kilobyte") : size(sizeBytes / 1e6, "megabyte")
}

type Props = {
  readonly locale: Locale
  readonly files: readonly SentFile[]
  /** Where a file that was announced but never came can be sent. */
  readonly resumePath?: string | undefined
  /** Where such a file can be taken back. */
  readonly discardPath?: string | undefined
  /** How many there may be. */
  readonly filesMax?: number
}

/** What became of each file, in words. `data-files` and `data-left` are what a script looks at for news. */
export const FileList = ({ locale, files, resumePath, discardPath, filesMax = filesPerTipMax }: Props) => {
  const t = wordsFor(locale, "evidence")
  const shown = files.filter(isShown)
  return (
    <div
      data-files={shown.some(({ state }) => state === "checking") ? "checking" : "settled"}
      data-left={placesLeft(files)}
    >
      <p className="govuk-body">
        {shown.length === 0 ? t("none") : t("count", { count: shown.length, max: filesMax })}
      </p>
      <ul className="govuk-list govuk-list--spaced portal-evidence">
        {shown.map((file) => (
          <li key={file.evidenceId} data-file={file.evidenceId} data-file-state={file.state}>
            <FileState locale={locale} file={file} />
            <Acts locale={locale} file={file} resumePath={resumePath} discardPath={discardPath} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type FileProps = { readonly locale: Locale; readonly file: SentFile }

const FileState = ({ locale, file }: FileProps) => {
  const { name, sizeBytes, state, rejection, scan, hasPreview } = file
  const t = wordsFor(locale, "evidence")
  return (
    <>
      <strong>
        <bdi className="portal-file">{name ? shownName(name) : t("unnamed")}</bdi>
      </strong>
      {sizeBytes === undefined ? null : ` (${sizeText(locale, sizeBytes)})`}{" "}
      <Tag colour={colours[state]}>{t(`states.${state}`)}</Tag>
      {rejection ? (
        <p className="govuk-hint">{wordsFor(locale, "errors")(`rejections.${rejection}`)}</p>
      ) : null}
      {scan ? <p className="govuk-hint">{t(`scans.${scan}`)}</p> : null}
      {hasPreview === false ? <p className="govuk-hint">{t("noPreview")}</p> : null}
    </>
  )
}

type ActsProps = FileProps & Pick<Props, "resumePath" | "discardPath">

/** What can be done about a file that has not come. */
const Acts = ({ locale, file, resumePath, discardPath }: ActsProps) => {
  const { state, evidenceId, name = "" } = file
  if (state !== "waiting" && state !== "expired") return null
  const t = wordsFor(locale, "evidence")
  const about = <span className="govuk-visually-hidden"> {shownName(name)}</span>
  return (
    <div className="portal-evidence__acts">
      {state === "waiting" && resumePath ? (
        <a className="govuk-link" href={`${resumePath}?file=${evidenceId}`}>
          {t("resume")}
          {about}
        </a>
      ) : null}
      {discardPath ? (
        <form method="post" action={discardPath} data-discard={evidenceId}>
          <input type="hidden" name="evidenceId" value={evidenceId} />
          <Button kind="secondary">
            {t("discard")}
            {about}
          </Button>
        </form>
      ) : null}
    </div>
  )
}
