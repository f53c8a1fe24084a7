import type { Readable } from "node:stream"
import { GetObjectCommand } from "@aws-sdk/client-s3"
import { setting } from "@/lib/kernel/config"
import { s3 } from "@/lib/store/bucket"
import { askGuardDuty } from "@/lib/store/guardduty"
import { askClamd } from "./clamd"
import type { ScanAnswer } from "./scan"

/**
 * Asks for a sealed object to be looked through. What comes of it may be told at once, or later by
 * `recordScan`, or never: then it is undefined here.
 */
type Scanner = {
  readonly ask: (key: string) => Promise<ScanAnswer | undefined>
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
          await askGuardDuty(setting("EVIDENCE_BUCKET"), key)
          return undefined
        },
      }
    case "clamd":
      return {
        isUnasked: false,
        ask: async (key) => {
          const { Body } = await s3.send(
            new GetObjectCommand({ Bucket: setting("EVIDENCE_BUCKET"), Key: key }),
          )
          const body = Body as Readable
          try {
            return await askClamd(named.address, body)
          } finally {
            body.destroy()
          }
        },
      }
  }
}
