// Journeys are walked by a covering set of visits, not by every product: what goes wrong where two choices meet goes
// wrong in one of these. `tests/architecture/pairs.test.ts` holds each set to that.
import type { Visit } from "./visit"

/** Each value of language, size and script meets each value of the other two. */
export const visits: readonly Visit[] = [
  { locale: "zh", size: "phone", script: true },
  { locale: "zh", size: "desktop", script: false },
  { locale: "en", size: "phone", script: false },
  { locale: "en", size: "desktop", script: true },
]

const onPhone = (locale: Visit["locale"], script: boolean): Visit => ({ locale, size: "phone", script })

/** On a phone, each value of language, script and what is shut meets each value of the other two. */
export const visitsWhileShut: Readonly<Record<"uploads-shut" | "reports-shut", readonly Visit[]>> = {
  "uploads-shut": [onPhone("zh", true), onPhone("en", false)],
  "reports-shut": [onPhone("zh", false), onPhone("en", true)],
}
