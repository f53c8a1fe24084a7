import { Tag, type TagColour } from "@/app/_document/parts"
import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { filesPerTipMax } from "@/lib/evidence"
import { type FileState, isShown, type SentFile } from "./slot"

const colours: Readonly<Record<FileState, TagColour>> = {
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
  readonly resumePath?: string
}

/** What became of each file, in words. `data-files` is what a script looks at for news. */
export const FileList = ({ locale, files, resumePath }: Props) => {
  const t = wordsFor(locale, "evidence")
  const shown = files.filter(isShown)
  return (
    <div data-files={shown.some(({ state }) => state === "checking") ? "checking" : "settled"}>
      <p className="govuk-body">
        {shown.length === 0 ? t("none") : t("count", { count: shown.length, max: filesPerTipMax })}
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {shown.map(({ evidenceId, name, state, sizeBytes, rejection, scan, hasPreview }) => (
          <li key={evidenceId}>
            <strong>{name ?? t("unnamed")}</strong>
            {sizeBytes === undefined ? null : ` (${sizeText(locale, sizeBytes)})`}{" "}
            <Tag colour={colours[state]}>{t(`states.${state}`)}</Tag>
            {rejection ? (
              <p className="govuk-hint">{wordsFor(locale, "errors")(`rejections.${rejection}`)}</p>
            ) : null}
            {scan ? <p className="govuk-hint">{t(`scans.${scan}`)}</p> : null}
            {hasPreview === false ? <p className="govuk-hint">{t("noPreview")}</p> : null}
            {state === "waiting" && resumePath ? (
              <>
                {" "}
                <a className="govuk-link" href={`${resumePath}?file=${evidenceId}`}>
                  {t("resume")}
                  <span className="govuk-visually-hidden"> {name}</span>
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
