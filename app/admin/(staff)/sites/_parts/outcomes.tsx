import { issueMessage, refusalMessage } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import { GoOn } from "@/app/admin/_ui/form/go-on"
import { Send } from "@/app/admin/_ui/form/send"
import { To } from "@/app/admin/_ui/to"
import type { RowOutcome } from "@/lib/desk"
import { numberOf } from "@/lib/reporter"
import { seenText } from "./seen"

type Props = {
  readonly locale: Locale
  readonly act: "accept" | "decline" | "duplicate" | "undo"
  readonly outcomes: readonly RowOutcome[]
  /** What was done by the calls before. */
  readonly before: readonly { readonly tipId: string; readonly version: number }[]
  /** Where more may wait. */
  readonly cursor?: string | undefined
  /** What is still to be taken back. */
  readonly rest?: string
}

/** What became of each of several tips, with what its form needs to go on, or to take it all back. */
export const Outcomes = ({ locale, act, outcomes, before, cursor, rest = "" }: Props) => {
  const t = wordsFor(locale, "consoleSite")
  const done = outcomes.flatMap(({ tipId, version }) => (version === undefined ? [] : [{ tipId, version }]))
  const refused = outcomes.flatMap(({ tipId, refused: why }) => (why ? [{ tipId, why }] : []))
  const all = [...before, ...done]
  const words = { goingOn: t("goingOn"), stop: t("stop"), goOn: t("goOn") }
  return (
    <>
      <p>{t(`did.${act}`, { count: all.length })}</p>
      {refused.length > 0 ? (
        <>
          <p>{t("refused", { count: refused.length })}</p>
          <ul>
            {refused.map(({ tipId, why }) => (
              <li key={tipId}>
                <To href={`/admin/tips/${tipId}`} className="number">
                  {numberOf(tipId)}
                </To>{" "}
                {why.issues[0] ? issueMessage(locale, why.issues[0]) : refusalMessage(locale, why).detail}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {act === "undo" ? (
        rest === "" ? null : (
          <>
            <input type="hidden" name="done" value={rest} />
            <input type="hidden" name="intent" value="undo" />
            <GoOn key={rest} words={words} />
          </>
        )
      ) : (
        <>
          <input type="hidden" name="done" value={seenText(all)} />
          {cursor ? (
            <>
              <input type="hidden" name="cursor" value={cursor} />
              <GoOn key={cursor} words={words} />
            </>
          ) : null}
          {all.length > 0 ? (
            <Send kind="plain" intent="undo">
              {t("undo")}
            </Send>
          ) : null}
        </>
      )}
    </>
  )
}
