import { Webhook } from "standardwebhooks"
import { z } from "zod"
import { type Authority, findAuthority, secretOf } from "@/lib/authority"
import { caseTipsOf, getCaseRecord, nameOfCase } from "@/lib/case"
import { setting } from "@/lib/kernel/config"
import type { AuthorityId, DeliveryId, TipId } from "@/lib/kernel/id"
import { type Referral, referralStatuses } from "@/lib/referral"
import { getTipRecord } from "@/lib/tip"
import { type DeliveryType, deliveryTypes } from "./delivery"

const WebhookTarget = z.object({
  kind: z.enum(["url", "name", "file"]),
  text: z.string().meta({ description: "The normal form: an address, a name or a hash." }),
  site: z.string(),
  accessCode: z.string().optional().meta({ description: "What opens a share." }),
})

/** What an authority's system is told. Never who reported, nor what their report is called. */
export const WebhookMessage = z
  .object({
    specversion: z.literal("1.0"),
    id: z.string().meta({
      description: "The same at each try, as is `webhook-id`: what has come before is known by it.",
    }),
    source: z.url(),
    type: z.enum(deliveryTypes.map((type) => `sword-net.${type}` as const)),
    subject: z.string().meta({ description: "The referral's `referralId`." }),
    time: z.iso.datetime(),
    datacontenttype: z.literal("application/json"),
    data: z.object({
      referralId: z.string(),
      caseNumber: z.string(),
      authorityId: z.string(),
      status: z.enum(referralStatuses),
      campaign: z.string(),
      site: z.string().meta({ description: "A domain; the code of an app, a shop or an account." }),
      siteName: z.string().optional().meta({ description: "What people call it, where `site` is a code." }),
      reason: z.string().meta({ description: "Why the case is referred to this authority." }),
      deliveredAt: z.iso.datetime().optional(),
      dueAt: z.iso.datetime().optional().meta({ description: "Until when receipt is to be acknowledged." }),
      withdrawReason: z.string().optional(),
      joint: z
        .array(z.object({ authorityId: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }))
        .optional()
        .meta({ description: "Of a joint referral: all authorities, the one in the lead first." }),
      tipCount: z.int(),
      targetCount: z.int(),
      targets: z.array(WebhookTarget).meta({ description: "The first of them, where they are very many." }),
      links: z.object({ console: z.url(), updates: z.url() }),
      demo: z.boolean(),
    }),
  })
  .meta({ id: "WebhookMessage" })
type WebhookMessage = z.output<typeof WebhookMessage>

const tipsReadMax = 200
/** Of all targets together: an item of the table holds 400 kB, and a body is kept in one. */
const targetBytesMax = 100_000

/** The body of a webhook: a CloudEvent as JSON. */
export const messageOf = async (
  type: DeliveryType,
  deliveryId: DeliveryId,
  time: string,
  referral: Referral,
): Promise<string> => {
  const { referralId, caseId, authorityId, status, campaign, site, siteName, reason } = referral
  const [found, tips] = await Promise.all([getCaseRecord(caseId), caseTipsOf(caseId)])
  const targets = await targetsOf(tips.slice(0, tipsReadMax).map(({ tipId }) => tipId))
  const siteUrl = setting("SITE_URL")
  const message: WebhookMessage = {
    specversion: "1.0",
    id: deliveryId,
    source: siteUrl,
    type: `sword-net.${type}`,
    subject: referralId,
    time,
    datacontenttype: "application/json",
    data: {
      referralId,
      caseNumber: nameOfCase(found),
      authorityId,
      status,
      campaign,
      site,
      siteName,
      reason,
      deliveredAt: referral.deliveredAt,
      dueAt: referral.dueAt,
      withdrawReason: referral.withdrawReason,
      joint: referral.joint && (await namesOf(referral.joint.authorities)),
      tipCount: tips.length,
      targetCount: targets.length,
      targets: firstOf(targets),
      links: {
        console: `${siteUrl}/admin/referrals/${caseId}/${referralId}`,
        updates: `${siteUrl}/api/v1/referrals/${referralId}/updates`,
      },
      demo: referral.demo === true,
    },
  }
  return JSON.stringify(message)
}

const namesOf = (authorityIds: readonly AuthorityId[]) =>
  Promise.all(
    authorityIds.map(async (authorityId) => {
      const name = (await findAuthority(authorityId))?.name ?? { zh: authorityId, en: authorityId }
      return { authorityId, name }
    }),
  )

type WebhookTarget = z.infer<typeof WebhookTarget>

/** As many as there is room for; how many there are is told beside them. */
const firstOf = (targets: readonly WebhookTarget[]): WebhookTarget[] => {
  let bytes = 0
  return targets.filter((target) => {
    bytes += Buffer.byteLength(JSON.stringify(target))
    return bytes <= targetBytesMax
  })
}

const targetsOf = async (tipIds: readonly TipId[]) => {
  const tips = await Promise.all(tipIds.map(getTipRecord))
  const all = tips.flatMap((tip) =>
    // Not as it was typed, which may say more than the address.
    tip.targets.map(({ kind, text, site, accessCode }) => ({
      kind,
      text,
      site,
      accessCode,
    })),
  )
  return [...new Map(all.map((one) => [`${one.text} ${one.accessCode}`, one])).values()]
}

/** Headers of Standard Webhooks: signed at this moment, under each of the receiver's secrets. */
export const signedHeaders = (
  { authorityId, channel }: Pick<Authority, "authorityId" | "channel">,
  deliveryId: DeliveryId,
  body: string,
) => {
  const at = new Date()
  const signatures = (channel?.secrets ?? []).map((secret) =>
    new Webhook(secretOf(authorityId, secret)).sign(deliveryId, at, body),
  )
  return {
    "content-type":
      channel?.format === "xarf"
        ? "application/json; charset=utf-8"
        : "application/cloudevents+json; charset=utf-8",
    "user-agent": "sword-net-portal",
    "webhook-id": deliveryId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": signatures.join(" "),
  }
}
