import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { keyedBytes } from "@/lib/kernel/crypto"
import { type AuthorityId, randomText } from "@/lib/kernel/id"
import { breaks } from "@/lib/kernel/parse"
import { isLoopbackAddress, isPublicAddress } from "@/lib/kernel/public-address"
import type { Rule } from "@/lib/kernel/refusals"

const urlMax = 500

const isAddress = (host: string) => /^[\d.]+$/.test(host) || host.includes(":")

/** Why no webhook is sent to an address; undefined where one may be, as far as its text tells. */
const ruleOfReceiver = (text: string): Rule | undefined => {
  const url = URL.parse(text)
  if (!url || url.username || url.password || url.hash) return "url-broken"
  const host = url.hostname.replaceAll(/[[\]]/g, "")
  // A name of one part is a name of a network, or of this machine; what it stands for is judged when it is called.
  const isNear = isAddress(host) ? isLoopbackAddress(host) : !host.includes(".")
  if (isNear && setting("WEBHOOK_LOOPBACK") === "allow")
    return /^https?:$/.test(url.protocol) ? undefined : "webhook-scheme"
  if (url.protocol !== "https:") return "webhook-scheme"
  const isPublic = isAddress(host) ? isPublicAddress(host) : !isNear
  return isPublic ? undefined : "url-private"
}

export const ReceiverUrl = z
  .string()
  .trim()
  .min(1)
  .max(urlMax)
  .superRefine((text, refinement) => {
    const rule = ruleOfReceiver(text)
    if (rule) breaks(refinement, rule)
  })

/** A secret by its name. What it is follows from the portal's own key, so that none is stored anywhere. */
const SecretRef = z.object({ secretId: z.string(), since: z.string() })
type SecretRef = z.infer<typeof SecretRef>

/** A signed webhook. Two secrets stand side by side while the receiver changes from the one to the other. */
export const Channel = z.object({
  kind: z.literal("webhook"),
  url: z.string(),
  /** What happened before is not announced. */
  since: z.string(),
  secrets: z.array(SecretRef).min(1).max(2),
})
export type Channel = z.infer<typeof Channel>

export const newSecretRef = (now: string): SecretRef => ({ secretId: randomText(16), since: now })

/** A secret as Standard Webhooks writes it: 32 bytes that follow from its name. */
export const secretOf = (authorityId: AuthorityId, { secretId }: SecretRef): string =>
  `whsec_${keyedBytes(setting("WEBHOOK_KEY"), "webhook-secret", authorityId, secretId).toString("base64")}`
