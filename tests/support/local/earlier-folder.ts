import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"

const kept = "tests/support/local/schema-1"

/** What the version before schema 2 left in a folder: tips, a case with a referral and a measure, contacts. */
export const records = {
  keptContact: "tip_b4916kthvx83",
  /** Its contact was taken by the table's own expiry, without an event. */
  lostContact: "tip_8q12g874q079",
  /** Its newest event was deleted behind the portal's back. */
  tampered: "tip_wsx7d6a7qayd",
  caseId: "cas_snfyh4q3c0a7q0t3",
} as const

/** A copy of a folder that the version before made; its secrets are of the test alone. */
export const earlierFolder = (): string => {
  const dataDir = mkdtempSync(join(tmpdir(), "schema-1-"))
  copyFileSync(join(kept, "secrets.json"), join(dataDir, "secrets.json"))
  writeFileSync(join(dataDir, "dynamo.sqlite"), gunzipSync(readFileSync(join(kept, "dynamo.sqlite.gz"))))
  return dataDir
}
