import { setting } from "@/lib/kernel/config"
import { RequestRefused } from "./refused"

const safeMethods = ["GET", "HEAD"]

/**
 * Browsers say where a form came from: from us, or from nobody (`none`, a page that is loaded again). A neighbour
 * under the same domain gets our cookies sent along, and is another site all the same.
 * @throws {RequestRefused} for what another site sends in a visitor's name and could change something
 */
export const refuseOtherSites = ({ method, headers }: Request): void => {
  if (safeMethods.includes(method)) return
  const from = headers.get("sec-fetch-site")
  const isOurs = from ? ["same-origin", "none"].includes(from) : isOurOrigin(headers.get("origin"))
  if (!isOurs) throw new RequestRefused({ kind: "cross-site" })
}

/** What older browsers say, and nothing else than a browser. */
const isOurOrigin = (origin: string | null) =>
  origin === null || origin === new URL(setting("SITE_URL")).origin
