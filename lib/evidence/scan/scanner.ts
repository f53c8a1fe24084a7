import { setting } from "@/lib/kernel/config"
import { askGuardDuty } from "@/lib/store/guardduty"
import { getObject } from "@/lib/store/objects/read"
import { askClamd } from "./clamd"
import type { ScanResult } from "./scan"

/**
 * Asks for a sealed object to be looked through. What comes of it may be told at once, or later by
 * `recordScan`, or never: then it is undefined here.
 */
type Scanner = {
  readonly ask: (key: string) => Promise<ScanResult | undefined>
  /** Looks at every sealed object unasked; only what it did not answer is asked again. */
  readonly isUnasked: boolean
}

/** The scanner that the environment names, or undefined: then files stay unscanned, and say so. */
export const scanner = (): Scanner | undefined => {
  const named = setting("SCANNER")
  switch (named.kind) {
    case "none":
      return undefined
    case "guardduty":
      return {
        isUnasked: true,
        ask: async (key) => {
          await askGuardDuty(key)
          return undefined
        },
      }
    case "clamd":
      return {
        isUnasked: false,
        ask: (key) => askClamd(named.address, async () => (await getObject(key)).body),
      }
  }
}
