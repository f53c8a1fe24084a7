import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { scanKeys } from "@/lib/store/scan"
import { type ChainFault, fileFaults } from "./chain"
import { readFile } from "./read-file"

type Check = { readonly events: number; readonly faults: readonly ChainFault[] }

/** Holds the events of one file against their hashes, and against its records. */
const check = async (file: string): Promise<Check> => {
  const { events, records, misplaced } = await readFile(file)
  const faults = fileFaults(file, events, records)
  const named = new Set(faults.map(({ subject }) => subject))
  const others = misplaced
    .filter(({ subject }) => !named.has(subject))
    .map(({ subject, seq }): ChainFault => ({ subject, seq, fault: "altered" }))
  return { events: events.length, faults: [...faults, ...others] }
}

export const verifyFile = verb(
  {
    name: "audit.verifyFile",
    by: ["auditor", "administrator"],
    input: z.object({ file: z.string().trim().min(1) }),
  },
  (_ctx, { file }): Promise<Check> => check(file),
)

/** In so many parts the table is gone through; how many are done tells how far a check of all files has come. */
export const verifyParts = 32

const Position = z.object({
  part: z
    .int()
    .min(0)
    .max(verifyParts - 1),
  /** Where the part was left. */
  after: z.string().max(4_000).optional(),
})
export type VerifyPosition = z.infer<typeof Position>

export type VerifiedSome = {
  readonly files: number
  readonly events: number
  readonly faults: readonly (ChainFault & { readonly file: string })[]
  /** Where to go on; absent when all is checked. */
  readonly next?: VerifyPosition
}

/** Checks some of all files, found by going through the whole table: no index needs to tell of them. */
export const verifySome = verb(
  {
    name: "audit.verifySome",
    by: ["auditor", "administrator", "system"],
    input: Position,
  },
  async (_ctx, { part, after }): Promise<VerifiedSome> => {
    const { keys, next } = await scanKeys({ part, of: verifyParts, after })
    const files = [...new Set(keys.flatMap(fileOf))]
    const checks = await Promise.all(files.map(async (file) => ({ file, ...(await check(file)) })))
    const position = next === undefined ? { part: part + 1 } : { part, after: next }
    return {
      files: files.length,
      events: checks.reduce((sum, { events }) => sum + events, 0),
      faults: checks.flatMap(({ file, faults }) => faults.map((fault) => ({ file, ...fault }))),
      next: position.part < verifyParts ? position : undefined,
    }
  },
)

/** The file that an item belongs to; none for what has no history, say a draft. */
export const fileOf = ({ pk, sk }: { readonly pk: string; readonly sk: string }): string[] => {
  if (pk === "campaigns") return [`campaign#${sk}`]
  if (pk === "authorities") return [`authority#${sk}`]
  if (pk === "day-log") return [sk.replace(/^day/, "day-log")]
  return ownFile.test(pk) ? [pk] : []
}

/** How the partitions begin, or what they are, that hold one file each. */
const ownFile =
  /^(?:(?:tip|cas|ref|key|obj|bat|imp)_|(?:notice|campaign|authority|person|dead-letter|day-log)#|(?:valve|routing|known-good|settings|invitations)$)/
