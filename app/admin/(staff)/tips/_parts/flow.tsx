import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { undo } from "@/app/admin/(staff)/tips/actions"
import { reopenTip } from "@/lib/case"
import type { Person } from "@/lib/kernel/actor"
import { TipId } from "@/lib/kernel/id"
import { numberOf } from "@/lib/reporter"
import { Arrival } from "./arrival"

/** What was done to the tip before this one, as the address says. */
const flowActs = ["accepted", "declined", "duplicate", "asked", "skipped", "given-on"] as const
export type FlowAct = (typeof flowActs)[number]

const undoable: readonly FlowAct[] = ["accepted", "declined", "duplicate"]

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly search: Readonly<Record<string, string | undefined>>
}

/** Says what became of the tip before, and takes it back at a key. */
export const Flow = ({ locale, person, search }: Props) => {
  const did = flowActs.find((one) => one === search.did)
  const was = TipId.safeParse(search.was)
  if (!did || !was.success) return null
  const t = wordsFor(locale, "consoleTip")
  const number = numberOf(was.data)
  return (
    <div className="flow">
      <Arrival key={was.data} text={t(`flow.${did}`, { number })} />
      {undoable.includes(did) && may(person, reopenTip) ? (
        <ActionForm
          action={undo}
          carries={{ tipId: was.data, did, flow: search.flow ?? "" }}
          className="inline"
        >
          <Send kind="plain" shortcut="u">
            {t("flow.undo")}
          </Send>
        </ActionForm>
      ) : null}
    </div>
  )
}
