import { z } from "zod"
import { commit, type Head, initialHead, type NewEvent, requireSeen, standsAt } from "@/lib/audit"
import { bilingualOf } from "@/lib/kernel/bilingual"
import type { Context } from "@/lib/kernel/context"
import { invalid } from "@/lib/kernel/errors"
import { kept } from "@/lib/kernel/kept"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { put } from "@/lib/store/transact"
import { Contacts, defaultContacts } from "./contacts"
import { defaultEntries, defaultTargets } from "./defaults"
import { type Entry, entriesMax, entryKinds, entryOf, hasText } from "./entry"
import { defaultRetention, Retention } from "./retention"
import { SetLimits } from "./set-limits"
import { SettingsEntity } from "./settings.entity"
import { Targets } from "./targets"

export type Settings = {
  readonly entries: readonly Entry[]
  readonly targets: Targets
  readonly limits: SetLimits
  /** Absent while what the deployment says holds. */
  readonly contacts?: Contacts
  readonly retention: Retention
  readonly version: number
}

type Stored = Settings & Head

const file = "settings"

const defaults = {
  entries: defaultEntries,
  targets: defaultTargets,
  limits: {},
  retention: defaultRetention,
}

const read = async (): Promise<Stored> => {
  const { data } = await SettingsEntity.get({}).go({ consistent: true })
  return { ...defaults, ...initialHead, ...data }
}

/** How long a process may not know yet what was set by another. */
const seenSeconds = 3
const seen = kept(seenSeconds, read)

/** What holds, as it was at most a few seconds ago. Not a verb: whoever asks has authorised the read. */
export const settingsNow = (): Promise<Settings> => seen.get()

/** Where the public turns. It is told even while the store is silent: then as the deployment says. */
export const contactsNow = async (): Promise<Contacts> => {
  const { contacts } = await seen.get().catch((): { contacts?: Contacts } => ({}))
  return contacts ?? defaultContacts()
}

/** How long things are kept that come now; as it is from the start while the store is silent. */
export const retentionNow = async (): Promise<Retention> => (await seen.get().catch(() => defaults)).retention

/** The contacts as they stand at this moment, for what is decided by them once and for all. @throws {Error} while the store is silent */
export const contactsStored = async (): Promise<Contacts> => (await read()).contacts ?? defaultContacts()

/** The staff reads what its desk is to aim at. */
export const getSettings = verb(
  {
    name: "settings.get",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({}),
  },
  async (): Promise<Settings> => {
    const { entries, targets, limits, contacts, retention, version } = await read()
    return { entries, targets, limits, contacts, retention, version }
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

/** Sets the limits anew, all of them: what is left out is the portal's own. @throws {DomainError} conflict with the last change */
export const setLimits = verb(
  { name: "settings.setLimits", by: ["administrator"], input: SetLimits.extend({ version: Version }) },
  async (ctx, { version, ...limits }): Promise<void> => {
    const before = await seenAt(version)
    await write(
      ctx,
      before,
      { ...before, limits },
      { type: "settings.limits-set", data: { from: before.limits, to: limits } },
    )
  },
)

/** Says where the public turns with a question. @throws {DomainError} conflict with the last change */
export const setContacts = verb(
  { name: "settings.setContacts", by: ["administrator"], input: Contacts.extend({ version: Version }) },
  async (ctx, { version, ...contacts }): Promise<void> => {
    const before = await seenAt(version)
    await write(
      ctx,
      before,
      { ...before, contacts },
      {
        type: "settings.contacts-set",
        data: { from: before.contacts ?? {}, to: contacts },
      },
    )
  },
)

/** Says how long things are kept that come from now on. @throws {DomainError} conflict with the last change */
export const setRetention = verb(
  { name: "settings.setRetention", by: ["administrator"], input: Retention.extend({ version: Version }) },
  async (ctx, { version, ...retention }): Promise<void> => {
    const before = await seenAt(version)
    await write(
      ctx,
      before,
      { ...before, retention },
      { type: "settings.retention-set", data: { from: before.retention, to: retention } },
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
  { entries, targets, limits, contacts, retention }: Omit<Settings, "version">,
  event: NewEvent,
) => {
  await commit(ctx, {
    file,
    subject: file,
    from: before,
    event,
    record: (next) =>
      put(
        SettingsEntity.put({ entries: [...entries], targets, limits, contacts, retention, ...next }).where(
          standsAt(before.version),
        ),
      ),
  })
  seen.forget()
}
