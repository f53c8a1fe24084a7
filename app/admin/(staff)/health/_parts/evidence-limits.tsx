import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { Badge, Facts, Section } from "@/app/admin/_ui/parts"
import { filesPerTipMax, sizeBytesMax } from "@/lib/evidence"
import { type BytesSeen, evidenceBytes } from "@/lib/limits"

type Props = { readonly locale: Locale; readonly seen: BytesSeen }

const tones = { calm: "good", near: "warn", reached: "bad" } as const

/** How many files and bytes the portal takes, and how many bytes have come today. */
export const EvidenceLimits = ({ locale, seen: { bytes, bytesMax, state } }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  const size = (count: number) =>
    formatFor(locale).number(count / 1024 ** 3, { style: "unit", unit: "gigabyte", maximumFractionDigits: 1 })
  return (
    <Section id="evidence-limits" title={t("evidenceLimits.title")}>
      <Facts
        facts={[
          [
            t("evidenceLimits.today"),
            <span key="today">
              {t("evidenceLimits.of", { bytes: size(bytes), max: size(bytesMax) })}{" "}
              <Badge tone={tones[state]}>{t(`evidenceLimits.states.${state}`)}</Badge>
            </span>,
          ],
          [t("evidenceLimits.ofOrigin"), size(evidenceBytes.ofOrigin.count)],
          [t("evidenceLimits.ofTip"), size(evidenceBytes.ofTip)],
          [t("evidenceLimits.ofFile"), size(sizeBytesMax)],
          [t("evidenceLimits.files"), formatFor(locale).number(filesPerTipMax)],
        ]}
      />
      <p className="hint">{t("evidenceLimits.note")}</p>
    </Section>
  )
}
