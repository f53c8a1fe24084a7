import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { shownName } from "@/app/_words/shown-name"
import { PlainForm } from "@/app/admin/_ui/form/plain-form"
import { Badge, Facts, Section } from "@/app/admin/_ui/parts"
import { switchVeil } from "@/app/admin/_ui/session"
import { type Evidence, isFile, previewAt, stateAt, unknownType, verdictOf } from "@/lib/evidence"
import type { Person } from "@/lib/kernel/actor"
import { Original } from "./original"

type Props = {
  readonly locale: Locale
  readonly now: string
  readonly person: Person
  readonly tipId: string
  readonly evidence: readonly Evidence[]
  /** The beginnings of sanitised copies that are text, by the file's id. */
  readonly texts?: ReadonlyMap<string, string>
  /** Whether pictures are blurred and without colour until each is asked for. */
  readonly isVeiled?: boolean
}

const tones = { announced: "warn", verified: "good", rejected: "bad", expired: "bad" } as const
const scanTones = {
  pending: "warn",
  clean: "good",
  infected: "bad",
  unscannable: "warn",
  "timed-out": "warn",
  unscanned: "warn",
} as const

/** The files of a tip. A place that the page of files holds open for one is none. */
export const TipEvidence = ({ locale, now, person, tipId, evidence, texts, isVeiled = false }: Props) => {
  const t = wordsFor(locale, "consoleTip")
  const files = evidence.filter(isFile)
  return (
    <Section id="evidence" title={t("evidence", { count: files.length })}>
      {files.length === 0 ? <p className="empty">{t("noEvidence")}</p> : null}
      <ul className="files">
        {files.map((one) => {
          const state = stateAt(one, now)
          return (
            <li key={one.evidenceId}>
              <FileFacts locale={locale} evidence={one} />
              <Badge tone={tones[state]}>{t(`fileStates.${state}`)}</Badge>
              {state === "verified" ? (
                <Badge tone={scanTones[verdictOf(one)]}>{t(`scans.${verdictOf(one)}`)}</Badge>
              ) : null}
              {one.rejection ? <p className="issue">{t(`rejections.${one.rejection}`)}</p> : null}
              {state === "verified" ? (
                <Preview
                  locale={locale}
                  now={now}
                  tipId={tipId}
                  evidence={one}
                  text={texts?.get(one.evidenceId)}
                  isVeiled={isVeiled}
                />
              ) : null}
              {state === "verified" ? (
                <Original locale={locale} now={now} person={person} evidence={one} />
              ) : null}
            </li>
          )
        })}
      </ul>
      {files.some(({ hasPreview }) => hasPreview) ? (
        <PlainForm action={switchVeil}>
          <input type="hidden" name="veil" value={isVeiled ? "off" : "on"} />
          <button type="submit" className="plain">
            {t(isVeiled ? "veil.never" : "veil.always")}
          </button>
        </PlainForm>
      ) : null}
    </Section>
  )
}

type FileProps = { readonly locale: Locale; readonly evidence: Evidence }

const FileFacts = ({ locale, evidence: { stored, announced, scan } }: FileProps) => {
  const t = wordsFor(locale, "consoleTip")
  const known = stored ?? announced
  return (
    <>
      <h3 className="file">{known?.name ? <bdi>{shownName(known.name)}</bdi> : t("unnamedFile")}</h3>
      <Facts
        facts={[
          known
            ? [
                t("size"),
                formatFor(locale).number(known.sizeBytes, {
                  style: "unit",
                  unit: "byte",
                  unitDisplay: "long",
                }),
              ]
            : undefined,
          known?.type ? [t("type"), known.type === unknownType ? t("unknownType") : known.type] : undefined,
          scan?.threat ? [t("threat"), scan.threat] : undefined,
          known?.sha256 ? ["SHA-256", <code key="hash">{known.sha256}</code>] : undefined,
        ]}
      />
    </>
  )
}

type PreviewProps = FileProps &
  Pick<Props, "now" | "tipId"> & { readonly text: string | undefined; readonly isVeiled: boolean }

const Preview = ({ locale, now, tipId, evidence, text, isVeiled }: PreviewProps) => {
  const { evidenceId, stored } = evidence
  const t = wordsFor(locale, "consoleTip")
  const state = previewAt(evidence, now)
  if (state === "none") return <p className="hint">{t("noPreview")}</p>
  if (state === "soon") return <p className="hint">{t("previewSoon")}</p>
  const address = `/admin/tips/${tipId}/evidence/${evidenceId}/preview`
  if (text !== undefined)
    return (
      <>
        <p className="typed inert" dir="auto">
          {text}
        </p>
        <a href={address} target="_blank" rel="noreferrer">
          {t("previewWhole")}
        </a>
      </>
    )
  const name = stored ? shownName(stored.name) : t("unnamedFile")
  return (
    <div className={isVeiled ? "veil" : undefined}>
      {isVeiled ? (
        <label className="check">
          <input type="checkbox" aria-label={t("veil.showNamed", { name })} /> {t("veil.show")}
        </label>
      ) : null}
      <a href={address} target="_blank" rel="noreferrer">
        {/* biome-ignore lint/performance/noImgElement: a private image, already made small, that no optimiser may see */}
        <img className="preview" src={address} loading="lazy" alt={t("previewOf", { name })} />
      </a>
    </div>
  )
}
