import { Tag, type TagColour } from "@/app/_document/parts"
import { formatFor, type Locale, wordsFor } from "@/app/_words"
import type { FileState, SentFile } from "./slot"

const colours: Readonly<Record<FileState, TagColour>> = {
  waiting: "grey",
  checking: "blue",
  verified: "green",
  rejected: "red",
  expired: "grey",
}

const sizeText = (locale: Locale, sizeBytes: number) => {
  const [value, unit] =
    sizeBytes < 1_000_000
      ? [sizeBytes / 1_000, "kilobyte" as const]
      : [sizeBytes / 1_000_000, "megabyte" as const]
  return formatFor(locale).number(value, { style: "unit", unit, maximumFractionDigits: 1 })
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
  const shown = files.filter(({ state, name }) => state !== "waiting" || name !== undefined)
  return (
    <div data-files={shown.some(({ state }) => state === "checking") ? "checking" : "settled"}>
      {shown.length === 0 ? <p className="govuk-body">{t("none")}</p> : null}
      <ul className="govuk-list govuk-list--spaced">
        {shown.map(({ evidenceId, name, state, sizeBytes, rejection }) => (
          <li key={evidenceId}>
            <strong>{name ?? t("unnamed")}</strong>
            {sizeBytes === undefined ? null : ` (${sizeText(locale, sizeBytes)})`}{" "}
            <Tag colour={colours[state]}>{t(`states.${state}`)}</Tag>
            {rejection ? (
              <p className="govuk-hint">{wordsFor(locale, "errors")(`rejections.${rejection}`)}</p>
            ) : null}
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
