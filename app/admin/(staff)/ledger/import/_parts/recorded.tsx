import { type Locale, wordsFor } from "@/app/_words"
import { GoOn } from "@/app/admin/_ui/form/go-on"
import type { NumberedValue } from "@/app/admin/(staff)/ledger/import/table"
import type { Tally } from "@/app/admin/(staff)/ledger/import/tally"

type Props = { readonly locale: Locale; readonly tally: Tally; readonly rest: readonly NumberedValue[] }

/** How far the recording of a table has come, with what its form needs to go on. */
export const Recorded = ({ locale, tally, rest }: Props) => {
  const t = wordsFor(locale, "consoleImport")
  const site = wordsFor(locale, "consoleSite")
  const done = tally.recorded + tally.exists + tally.refused.length
  const text = t("did", {
    recorded: tally.recorded,
    exists: tally.exists,
    refused: tally.refused.length,
  })
  return (
    <>
      <p>{text}</p>
      {rest.length > 0 ? (
        <>
          <progress aria-label={t("progress")} value={done} max={done + rest.length} />
          <input type="hidden" name="rows" value={JSON.stringify(rest)} />
          <input type="hidden" name="tally" value={JSON.stringify(tally)} />
          <input type="hidden" name="intent" value="record" />
          <GoOn key={rest.length} words={{ goingOn: t("goingOn"), stop: site("stop"), goOn: site("goOn") }} />
        </>
      ) : null}
      {tally.refused.length > 0 ? (
        <ul>
          {tally.refused.map(({ number, why }) => (
            <li key={number}>
              {t("row")} {number}: {why}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
