import { z } from "zod"
import { commit, type NewEvent, seenAs } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { AuthorityId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { contactsStored } from "@/lib/settings"
import type { AuthorityRecord } from "./authority"
import { writeAuthority } from "./change"
import { type Channel, channelFormats, newSecretRef, secretOf } from "./channel"
import { getSeenAuthority, toAuthority } from "./find"
import { ReceiverUrl } from "./receiver-url"

const Seen = seenAs({ authorityId: AuthorityId })

/**
 * Has an authority's referrals announced to an address of its own. Another address goes on with the same secrets.
 * @returns the secret of a first webhook, which nobody is shown again
 * @throws {DomainError} not-found; conflict with the last change; invalid `contact-missing` for XARF while the portal has no
 * contact that its reports could name
 */
export const setWebhook = verb(
  {
    name: "authority.setWebhook",
    by: ["administrator"],
    input: Seen.extend({ url: ReceiverUrl, format: z.enum(channelFormats).default("cloudevents") }),
  },
  async (ctx, { url, format, ...seen }): Promise<{ secret?: string }> => {
    if (format === "xarf" && !(await contactsStored()).email) throw invalid(["format"], "contact-missing")
    const before = await getSeenAuthority(seen)
    const { secrets = [newSecretRef(ctx.now)], since = ctx.now } = before.channel ?? {}
    const channel: Channel = { kind: "webhook", url, format, since, secrets }
    await write(ctx, before, channel, { type: "authority.webhook-set", data: { url, format } })
    return before.channel ? {} : { secret: newestSecretOf(before, secrets) }
  },
)

/** Announces referrals in the console alone again. What was not delivered yet is parked at its next try. */
export const removeWebhook = verb(
  { name: "authority.removeWebhook", by: ["administrator"], input: Seen },
  async (ctx, seen): Promise<void> => {
    const before = await getSeenAuthority(seen)
    channelOf(before)
    await write(ctx, before, undefined, { type: "authority.webhook-removed" })
  },
)

/**
 * Makes a second secret. Every webhook is signed under both until the first is ended, so that the receiver can change
 * in its own time.
 * @throws {DomainError} not-found; conflict with the last change; conflict `two-secrets`, `no-webhook`
 */
export const addSecret = verb(
  { name: "authority.addSecret", by: ["administrator"], input: Seen },
  async (ctx, seen): Promise<{ secret: string }> => {
    const before = await getSeenAuthority(seen)
    const channel = channelOf(before)
    if (channel.secrets.length > 1) throw new DomainError("conflict", { reason: "two-secrets" })
    const secrets = [...channel.secrets, newSecretRef(ctx.now)]
    const { secretId } = secrets[1] ?? {}
    await write(
      ctx,
      before,
      { ...channel, secrets },
      {
        type: "authority.secret-added",
        data: { secretId: secretId ?? "" },
      },
    )
    return { secret: newestSecretOf(before, secrets) }
  },
)

/**
 * Ends the older of two secrets.
 * @throws {DomainError} not-found; conflict with the last change; conflict `one-secret`, `no-webhook`
 */
export const endSecret = verb(
  { name: "authority.endSecret", by: ["administrator"], input: Seen },
  async (ctx, seen): Promise<void> => {
    const before = await getSeenAuthority(seen)
    const channel = channelOf(before)
    const [older, newer] = channel.secrets
    if (!older || !newer) throw new DomainError("conflict", { reason: "one-secret" })
    await write(
      ctx,
      before,
      { ...channel, secrets: [newer] },
      {
        type: "authority.secret-ended",
        data: { secretId: older.secretId },
      },
    )
  },
)

const channelOf = ({ channel }: AuthorityRecord): Channel => {
  if (!channel) throw new DomainError("conflict", { reason: "no-webhook" })
  return channel
}

const newestSecretOf = ({ authorityId }: AuthorityRecord, secrets: Channel["secrets"]): string => {
  const newest = secrets.at(-1)
  return newest ? secretOf(authorityId, newest) : ""
}

const write = (ctx: Context, before: AuthorityRecord, channel: Channel | undefined, event: NewEvent) =>
  commit(ctx, writeAuthority(before, { ...toAuthority(before), channel }, event))
