import { setting } from "@/lib/kernel/config"
import { consumer, type Reaction } from "./stream"

const answerMsMax = 10_000

const renew =
  (...tags: string[]): Reaction =>
  async () => {
    const response = await fetch(new URL("/api/internal/renew", setting("SITE_URL")), {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${setting("RENEW_SECRET")}` },
      body: JSON.stringify({ tags }),
      signal: AbortSignal.timeout(answerMsMax),
    })
    if (!response.ok) throw new Error(`renewal answered ${response.status}`)
  }

/** Public pages that show what was just published or counted are made anew at the next visit. */
export const handler = consumer("renew", {
  "notice.published": renew("notices"),
  "campaign.imported": renew("campaigns"),
  "campaign.opened": renew("campaigns"),
  "campaign.ended": renew("campaigns"),
  "measure.counted": renew("campaigns"),
  "figures.published": renew("campaigns"),
})
