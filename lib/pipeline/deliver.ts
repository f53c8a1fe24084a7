import { sendDeliveries } from "@/lib/delivery"
import { contextFor } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"

/** On a schedule: tells authorities' systems what they are due. What fails stays due, so nothing is left to retry. */
export const handler = async (): Promise<void> => {
  const sent = await sendDeliveries(contextFor({ kind: "system", name: "deliver" }), {})
  if (sent.done + sent.postponed + sent.parked > 0) log.info(sent, "deliveries sent")
}
