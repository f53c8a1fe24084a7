import { z } from "zod"
import { setting } from "@/lib/kernel/config"
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
