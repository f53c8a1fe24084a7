import { type Locale, wordsFor } from "@/app/_words"
import type { ChainFault } from "@/lib/audit"

type Props = { readonly locale: Locale; readonly events: number; readonly faults: readonly ChainFault[] }

export const ChainCheck = ({ locale, events, faults }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  if (faults.length === 0)
    return (
      <p className="done" role="status">
        {t("audit.whole", { events })}
      </p>
    )
  const list = faults
    .map(({ subject, seq, fault }) => t("audit.fault", { subject, seq, fault: t(`audit.faults.${fault}`) }))
    .join(wordsFor(locale, "console")("and"))
  return (
    <p className="problem" role="alert">
      {t("audit.broken", { list })}
    </p>
  )
}
