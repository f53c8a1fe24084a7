import { RequestRefused } from "./refused"

const safeMethods = ["GET", "HEAD"]

/**
 * Browsers say where a form came from: from us, or from nobody (`none`, a page that is loaded again). A neighbour
 * under the same domain gets our cookies sent along, and is another site all the same.
 * @returns whether another site sends in a visitor's name what could change something
 */
export const isOtherSites = ({ method, headers }: Request): boolean => {
  if (safeMethods.includes(method)) return false
  const from = headers.get("sec-fetch-site")
  return from ? !["same-origin", "none"].includes(from) : !isOurOrigin(headers.get("origin"))
}

/** @throws {RequestRefused} for what another site sends in a visitor's name and could change something */
export const refuseOtherSites = (request: Request): void => {
  if (isOtherSites(request)) throw new RequestRefused({ kind: "cross-site" })
}

/** What older browsers say, and nothing else than a browser. Of the environment itself: the proxy asks too. */
const isOurOrigin = (origin: string | null) =>
  origin === null || origin === new URL(process.env.SITE_URL ?? "").origin
