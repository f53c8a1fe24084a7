import { createHash } from "node:crypto"
import { getAuthority, issueAgencyKey, registerAuthority, setWebhook } from "@/lib/authority"
import { WebhookMessage } from "@/lib/delivery"
import { persist } from "@/tests/support/crash/persist"
import { as, system } from "@/tests/support/people"
import { openReceiver } from "@/tests/support/receiver"
import type { Manner } from "./plan"

/** What an authority's system answers when it lies: nothing of it is a yes, and none of it may harm the portal. */
const lies = [
  { status: 302, headers: { location: "http://127.0.0.1:1/private" }, body: "" },
  { status: 500, headers: {}, body: "x".repeat(2_000_000) },
  { status: 404, headers: { "retry-after": "999999999" }, body: "<script>" },
] as const

const quantityOf = (referralId: string) =>
  1 + ((createHash("sha256").update(referralId).digest()[0] ?? 0) % 9)

/**
 * An authority with a system of its own, a real server: it acknowledges what it is told by the portal's API, records a
 * measure, and reports. @returns it, with what it said and was answered
 */
export const anAuthority = async (siteUrl: string, { id, manner }: { id: string; manner: Manner }) => {
  const receiver = await openReceiver({ secure: false })
  await registerAuthority(system(), {
    authorityId: id,
    name: { zh: id, en: id },
    competence: { zh: "演练", en: "Simulation" },
  })
  const administrator = as("administrator")
  const { version } = await getAuthority(administrator, { authorityId: id })
  await setWebhook(administrator, { authorityId: id, version, url: receiver.url })
  const { key } = await issueAgencyKey(administrator, { authorityId: id, name: "simulation" })

  const desk = { isDown: manner === "down", told: new Map<string, string>() }
  const recorded = new Map<string, number>()
  const refused: string[] = []
  const working = new Set<Promise<void>>()

  const say = (referralId: string, step: string, content: object) =>
    persist(async () => {
      const response = await fetch(`${siteUrl}/api/v1/referrals/${referralId}/updates`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${key}`,
          "content-type": "application/json",
          "idempotency-key": `${step}-${referralId}`,
        },
        body: JSON.stringify(content),
        signal: AbortSignal.timeout(10_000),
      })
      const text = await response.text()
      if (response.status >= 500 || response.status === 429) throw new Error(`${response.status}: ${text}`)
      if (!response.ok) refused.push(`${step}: ${response.status} ${text}`)
    })

  const work = async (referralId: string) => {
    const quantity = quantityOf(referralId)
    const takenOn = new Date().toISOString().slice(0, 10)
    const steps: [string, object][] = [
      ["acknowledge", { status: "acknowledged" }],
      ["accept", { status: "accepted" }],
      ["measure", { status: "measure", measure: { metric: "links-removed", quantity, takenOn } }],
      ["report", { status: "reported", description: "Done." }],
    ]
    for (const [step, content] of steps) {
      const times = manner === "twice" ? 2 : 1
      await Promise.all(Array.from({ length: times }, () => say(referralId, step, content)))
    }
    recorded.set(referralId, quantity)
  }

  receiver.respond((response, { body }) => {
    if (manner === "lying") {
      const lie = lies[receiver.taken.length % lies.length] ?? lies[0]
      return response.writeHead(lie.status, lie.headers).end(lie.body)
    }
    if (desk.isDown) return response.destroy()
    const { id: deliveryId, subject, type } = WebhookMessage.parse(JSON.parse(body))
    response.writeHead(204).end()
    if (type !== "sword-net.referral.delivered" || desk.told.has(subject)) return undefined
    desk.told.set(subject, deliveryId)
    const done = work(subject).finally(() => working.delete(done))
    working.add(done)
    return undefined
  })

  return {
    id,
    manner,
    /** What it was sent, whatever it answered. */
    taken: receiver.taken,
    told: desk.told,
    recorded,
    refused,
    comeBack: () => {
      desk.isDown = false
    },
    /** Waits for what it has in hand. */
    settled: async () => {
      while (working.size > 0) await Promise.all(working)
    },
    close: receiver.close,
  }
}
export type Authority = Awaited<ReturnType<typeof anAuthority>>
