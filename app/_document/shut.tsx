import { type Locale, wordsFor } from "@/app/_words"
import type { Valve } from "@/lib/limits"
import { Warning } from "./parts"

type Props = {
  readonly locale: Locale
  readonly valve: Valve
  /** On a page where only files can be sent, since the report is saved. */
  readonly isSaved?: boolean
}

/** What an administrator says to the public while something is shut, and what can be done all the same. */
export const Shut = ({ locale, valve: { state, message }, isSaved = false }: Props) =>
  state === "open" || !message ? null : (
    <>
      <Warning locale={locale}>{message[locale]}</Warning>
      <p className="govuk-body">{wordsFor(locale, "report")(isSaved ? "shut.saved" : `shut.${state}`)}</p>
    </>
  )
