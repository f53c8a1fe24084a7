import { vi } from "vitest"
import { getAuthority, setWebhook } from "@/lib/authority"
import { listReferralDeliveries, sendDeliveries } from "@/lib/delivery"
import { contextFor } from "@/lib/kernel/context"
import { handler as react } from "@/lib/pipeline/react"
import { aCase, aDelivered, enforcementWorld } from "@/tests/support/case"
import { allRecords } from "@/tests/support/deliver"
import { as } from "@/tests/support/people"
import { openReceiver, trustReceivers } from "@/tests/support/receiver"

const admin = () => as("administrator")

/** The authority of `officer` as an administrator sees it now. */
export const mps = async () => ({
  authorityId: "mps",
  version: (await getAuthority(admin(), { authorityId: "mps" })).version,
})

export const inHours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()

/** One run of the schedule. */
export const send = (now?: string) =>
  sendDeliveries(contextFor({ kind: "system", name: "test" }, now ? { now } : {}), {})

export const deliveriesOf = (referralId: string) => listReferralDeliveries(as("cai"), { referralId })

/** The reactions to all that happened in one case. @returns how many failed */
export const reactTo = async (caseId: string) => {
  const records = await allRecords()
  const { batchItemFailures } = await react({
    Records: records.filter(({ dynamodb }) => dynamodb?.NewImage?.file?.S === caseId),
  })
  return batchItemFailures.length
}

/** A referral whose webhook is due. */
export const aQueued = async () => {
  const seen = await aDelivered(await aCase())
  await reactTo(seen.caseId)
  return seen
}

/** For one test, since what it changes of the environment ends with it. */
export const allowOwnMachine = () => void vi.stubEnv("WEBHOOK_LOOPBACK", "allow")

/** An authority with a webhook, and its own system, which runs in this process. */
export const webhookWorld = async () => {
  trustReceivers()
  allowOwnMachine()
  await enforcementWorld()
  const receiver = await openReceiver()
  /** @returns the secret, where it is a first one */
  const hook = async () => (await setWebhook(admin(), { ...(await mps()), url: receiver.url })).secret ?? ""
  return {
    receiver,
    hook,
    secret: await hook(),
    /** What the receiver was sent about one referral. */
    sentOf: (referralId: string) => receiver.taken.filter(({ body }) => body.includes(referralId)),
    /** Puts things back as they were: nothing that one test leaves due is the next one's. */
    restore: async () => {
      allowOwnMachine()
      receiver.respond()
      await send(inHours(500))
    },
  }
}
