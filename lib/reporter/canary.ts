import { setting } from "@/lib/kernel/config"
import { sameText } from "@/lib/kernel/crypto"
import { DomainError } from "@/lib/kernel/errors"

/** How long a canary's tip stays in the table. */
const canarySecondsMax = 86_400

export const canaryExpiry = (now: string) => Math.floor(Date.parse(now) / 1000) + canarySecondsMax

/**
 * Whether a report comes from the portal's own canary (docs/decisions/0059), by what it brings to show it.
 * @param authorization the header, of a scheme of its own
 * @throws {DomainError} unauthenticated, for a canary with another key: it has to fail, not to report as anybody
 */
export const isCanary = (authorization: string | null): boolean => {
  const [, key] = /^Canary (\S+)$/.exec(authorization ?? "") ?? []
  if (!key) return false
  const own = setting("CANARY_KEY")
  if (!own || !sameText(key, own)) throw new DomainError("unauthenticated")
  return true
}
