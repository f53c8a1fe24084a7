import type { KeyScope } from "@/lib/kernel/actor"
import { type Context, contextFor } from "@/lib/kernel/context"
import { authenticateKey, type HolderReport, issueKey } from "@/lib/right-holder"
import { as, visitor } from "./people"

/** A key of a right holder, and the context of whoever comes with it. */
export const aHolder = async (
  holderId = "films-united",
  scopes: KeyScope[] = ["tips:write", "tips:read"],
): Promise<{ keyId: string; key: string; holder: Context }> => {
  const issued = await issueKey(as("administrator"), { holderId, name: `The ${holderId}`, scopes })
  return { ...issued, holder: contextFor(await authenticateKey(visitor(), issued)) }
}

export const aReport = (reference: string, change: Partial<HolderReport> = {}): HolderReport => ({
  reference,
  category: "film-tv",
  targets: [`https://films.pirate.example/watch/${encodeURIComponent(reference)}`],
  work: "A film",
  description: "The whole film can be watched here without paying.",
  locale: "en",
  ...change,
})
