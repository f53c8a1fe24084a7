import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { replay } from "@/app/admin/(staff)/referrals/actions"
import { type DeliveryRow, replayDelivery } from "@/lib/delivery"
import type { Person } from "@/lib/kernel/actor"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly delivery: Pick<DeliveryRow, "referralId" | "deliveryId" | "state">
}

/** The way to tell an authority's system once more, where it is not being told anyway. */
export const Replay = ({ locale, person, delivery: { referralId, deliveryId, state } }: Props) =>
  state !== "due" && may(person, replayDelivery) ? (
    <ActionForm action={replay} carries={{ referralId, deliveryId }} className="inline">
      <Send>{wordsFor(locale, "consoleAuthority")("deliveries.replay")}</Send>
    </ActionForm>
  ) : null
