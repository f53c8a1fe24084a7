import { randomBytes } from "node:crypto"
import { z } from "zod"
import { invalid } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { put, remove, transact } from "@/lib/store/transact"
import { decryptUnder, encryptUnder, idUnder, Secret } from "./encrypted"
import { FormEntryEntity } from "./entry.entity"
import { entryHoursMax, type FormEntry } from "./form-entry"

/** Of the order of the largest draft, so that a stranger cannot write more by a refused form than by a good one. */
const entryKilobytesMax = 32

const Ref = z.string().max(40)

/**
 * Keeps what was typed into a form for the page that shows it again.
 * @returns the reference by which that page finds it under the same secret
 * @throws {DomainError} invalid `too-long`, above 32 kB
 */
export const keepEntry = verb(
  {
    name: "form.keepEntry",
    by: ["visitor"],
    input: z.object({ secret: Secret, entry: z.custom<FormEntry>() }),
  },
  async (ctx, { secret, entry }): Promise<string> => {
    if (Buffer.byteLength(JSON.stringify(entry)) > entryKilobytesMax * 1024)
      throw invalid(["typed"], "too-long", { max: entryKilobytesMax * 1024 })
    const ref = randomBytes(16).toString("base64url")
    const use = useOf(ref)
    const sealed = await encryptUnder(secret, use, entry)
    const expiresAt = Math.floor(Date.parse(ctx.now) / 1000) + entryHoursMax * 3_600
    await transact([put(FormEntryEntity.put({ entryId: idUnder(secret, use), sealed, expiresAt }))])
    return ref
  },
)

/** @returns undefined where nothing was kept under this secret and reference, or no longer is */
export const openEntry = verb(
  { name: "form.openEntry", by: ["visitor"], input: z.object({ secret: Secret, ref: Ref }) },
  async (ctx, { secret, ref }): Promise<FormEntry | undefined> => {
    const use = useOf(ref)
    const { data } = await FormEntryEntity.get({ entryId: idUnder(secret, use) }).go({ consistent: true })
    if (!data || data.expiresAt * 1000 <= Date.parse(ctx.now)) return undefined
    return (await decryptUnder(secret, use, data.sealed)) as FormEntry
  },
)

/** For a form that was taken at last: the way back shows none of its errors. */
export const dropEntry = verb(
  { name: "form.dropEntry", by: ["visitor"], input: z.object({ secret: Secret, ref: Ref }) },
  async (_ctx, { secret, ref }): Promise<void> => {
    await transact([remove(FormEntryEntity.delete({ entryId: idUnder(secret, useOf(ref)) }))])
  },
)

const useOf = (ref: string) => `entry ${ref}`
