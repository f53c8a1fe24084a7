import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** The SHA-384 (base64) of each file of a folder: its version in the address, its integrity in the document. */
export const assetVersions = (folder: string): Record<string, string> => {
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map(({ name }) => [
      name,
      createHash("sha384")
        .update(readFileSync(join(folder, name)))
        .digest("base64"),
    ]),
  )
}
