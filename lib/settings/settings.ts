import { z } from "zod"
import { commit, type Head, initialHead, type NewEvent, requireSeen } from "@/lib/audit"
import { bilingualOf } from "@/lib/kernel/bilingual"
import type { Context } from "@/lib/kernel/context"
import { invalid } from "@/lib/kernel/errors"
import { kept } from "@/lib/kernel/kept"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { defaultEntries, defaultTargets } from "./defaults"
import { type Entry, entriesMax, entryKinds, entryOf, hasText } from "./entry"
import { SettingsEntity } from "./settings.entity"
import { Targets } from "./targets"

export type Settings = {
  readonly entries: readonly Entry[]
  readonly targets: Targets
  readonly version: number
}

type Stored = Settings & Head

const file = "settings"

const read = async (): Promise<Stored> => {
  const { data } = await SettingsEntity.get({}).go({ consistent: true })
  return data ?? { entries: defaultEntries, targets: defaultTargets, ...initialHead }
}

/** How long a process may not know yet what was set by another. */
const seenSeconds = 3
const seen = kept(seenSeconds, read)

/** What holds, as it was at most a few seconds ago. Not a verb: whoever asks has authorised the read. */
export const settingsNow = (): Promise<Settings> => seen.get()

/** The staff reads what its desk is to aim at. */
export const getSettings = verb(
  {
    name: "settings.get",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({}),
  },
  async (): Promise<Settings> => {
    const { entries, targets, version } = await read()
    return { entries, targets, version }
  },
)

const Version = z.int().min(0)
const Code = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/**
 * Adds an entry, or changes the one of this code. What was decided by it before keeps the words of that time.
 * @throws {DomainError} conflict with the last change; invalid, `too-many`
 */
export const saveEntry = verb(
  {
    name: "settings.saveEntry",
    by: ["administrator"],
    input: z.object({
      version: Version,
      kind: z.enum(entryKinds),
      code: Code,
      name: bilingualOf(Written({ min: 2, max: 60 })),
      text: bilingualOf(z.string().trim().max(1_000)).optional(),
      isRetired: z.boolean().default(false),
    }),
  },
  async (ctx, { version, ...sent }): Promise<void> => {
    const before = await seenAt(version)
    const entry = withText(sent)
    const known = entryOf(before.entries, entry.kind, entry.code)
    if (!known && before.entries.filter(({ kind }) => kind === entry.kind).length >= entriesMax)
      throw invalid(["code"], "too-many", { max: entriesMax })
    const entries = known
      ? before.entries.map((one) => (one === known ? entry : one))
      : [...before.entries, entry]
    await write(ctx, before, { ...before, entries }, { type: "settings.entry-saved", data: { ...entry } })
  },
)

/** Sets the desk's targets, the share of second looks and the weights of priority. @throws {DomainError} conflict with the last change */
export const setTargets = verb(
  { name: "settings.setTargets", by: ["administrator"], input: Targets.extend({ version: Version }) },
  async (ctx, { version, ...targets }): Promise<void> => {
    const before = await seenAt(version)
    await write(
      ctx,
      before,
      { ...before, targets },
      { type: "settings.targets-set", data: { from: before.targets, to: targets } },
    )
  },
)

/** What the reporter reads has to be said in both languages. */
const withText = ({ text, ...entry }: Entry): Entry => {
  if (!hasText(entry.kind)) return entry
  for (const language of ["zh", "en"] as const)
    if (!text?.[language]) throw invalid(["text", language], "required")
  return { ...entry, text }
}

const seenAt = async (version: number): Promise<Stored> => {
  const before = await read()
  await requireSeen({ file, version: before.version, seen: version })
  return before
}

const write = async (
  ctx: Context,
  before: Head,
  { entries, targets }: Pick<Settings, "entries" | "targets">,
  event: NewEvent,
) => {
  await commit(ctx, {
    file,
    subject: file,
    from: before,
    event,
    record: (next) =>
      put(
        SettingsEntity.put({ entries: [...entries], targets, ...next }).where(
          ({ version }, { eq, notExists }) =>
            before.version > 0 ? eq(version, before.version) : notExists(version),
        ),
      ),
  })
  seen.forget()
}
