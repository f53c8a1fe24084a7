import { contextFor } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"
import { sendNews } from "@/lib/reporter"

/** On a schedule: mails to reporters who asked for them. What fails stays due, so nothing is left to retry. */
export const handler = async (): Promise<void> => {
  const sent = await sendNews(contextFor({ kind: "system", name: "news" }), {})
  if (sent.done + sent.postponed + sent.parked > 0) log.info(sent, "news mailed")
}
