import { log } from "@/lib/kernel/log"
import { ConditionFailed, transact, updateItem } from "@/lib/store/transact"
import { fileFaults, type RecordHead } from "./chain"
import { readFile } from "./read-file"
import { sealedHead } from "./seal"

/**
 * Seals the records of one file that an earlier version of the portal wrote without a seal. Only where the chain is
 * whole: what somebody has changed before stays a fault. Done again, it changes nothing.
 */
export const sealFile = async (file: string): Promise<void> => {
  const { events, records, misplaced } = await readFile(file)
  const bare = records
    .filter(({ head }) => !head.includes("."))
    .flatMap((record) => {
      const chain = events.filter(({ subject }) => subject === record.subject)
      // Measures had no version of their own.
      const known = record.key.sk.startsWith("measure#") && record.version === 0
      const last = chain.find(({ seq }) => seq === (known ? chain.length : record.version))
      return last ? [{ ...record, version: last.seq, hash: last.hash, isBare: known }] : []
    })
  const assumed = bare.map((record) => ({ ...record, head: headOf(file, record) }))
  const faults = new Set([
    ...fileFaults(file, events, assumed).map(({ subject }) => subject),
    ...misplaced.map(({ subject }) => subject),
  ])
  for (const record of bare)
    if (faults.has(record.subject)) log.warn({ file, subject: record.subject }, "chain not whole: not sealed")
    else await seal(file, record)
}

type Bare = RecordHead & { readonly hash: string; readonly isBare: boolean }

const headOf = (file: string, { subject, version, hash }: Bare) =>
  sealedHead({ file, subject, version, hash })

/** On condition that the record still stands where it was read: a later write has sealed it by itself. */
const seal = async (file: string, record: Bare) => {
  const write = updateItem(record.key, {
    update: "SET head = :sealed, #version = :version",
    condition: record.isBare ? "attribute_not_exists(head)" : "head = :head AND #version = :version",
    names: { "#version": "version" },
    values: {
      ":sealed": headOf(file, record),
      ":version": record.version,
      ...(record.isBare ? {} : { ":head": record.head }),
    },
  })
  await transact([write]).catch((error: unknown) => {
    if (!(error instanceof ConditionFailed)) throw error
  })
}
