import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { keyedBytes } from "@/lib/kernel/crypto"
import { type AuthorityId, randomText } from "@/lib/kernel/id"

/** A secret by its name. What it is follows from the portal's own key, so that none is stored anywhere. */
const SecretRef = z.object({ secretId: z.string(), since: z.string() })
type SecretRef = z.infer<typeof SecretRef>

/** What is posted: a CloudEvent of the referral; or, to who hosts a site, a XARF report of each address. */
export const channelFormats = ["cloudevents", "xarf"] as const
export type ChannelFormat = (typeof channelFormats)[number]

/** A signed webhook. Two secrets stand side by side while the receiver changes from the one to the other. */
export const Channel = z.object({
  kind: z.literal("webhook"),
  url: z.string(),
  /** Absent: `cloudevents`, as before there was another. */
  format: z.enum(channelFormats).optional(),
  /** What happened before is not announced. */
  since: z.string(),
  secrets: z.array(SecretRef).min(1).max(2),
})
export type Channel = z.infer<typeof Channel>

export const newSecretRef = (now: string): SecretRef => ({ secretId: randomText(16), since: now })

/** A secret as Standard Webhooks writes it: 32 bytes that follow from its name. */
export const secretOf = (authorityId: AuthorityId, { secretId }: SecretRef): string =>
  `whsec_${keyedBytes(setting("WEBHOOK_KEY"), "webhook-secret", authorityId, secretId).toString("base64")}`
