import { createHash } from "node:crypto"
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { DeadLetter } from "./progress-store"

/** One JSON file for each record that a consumer gave up on: what a person finds without knowing of the pump. */
export const deadLetterFolder = (dataDir: string) => {
  const folder = join(dataDir, "dead-letters")
  const pathOf = ({ consumer, source, position }: DeadLetter) => {
    const id = createHash("sha256").update(`${source} ${position}`).digest("hex").slice(0, 16)
    return join(folder, `${consumer}-${id}.json`)
  }
  return {
    write: (letter: DeadLetter) => {
      mkdirSync(folder, { recursive: true })
      const path = pathOf(letter)
      writeFileSync(
        `${path}.draft`,
        JSON.stringify({ ...letter, record: JSON.parse(letter.record) }, null, 2),
      )
      renameSync(`${path}.draft`, path)
      return path
    },
    remove: (letter: DeadLetter) => rmSync(pathOf(letter), { force: true }),
  }
}
export type DeadLetterFolder = ReturnType<typeof deadLetterFolder>
