import { Webhook } from "standardwebhooks"
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import { POST } from "@/app/api/v1/referrals/[id]/updates/route"
import { issueAgencyKey } from "@/lib/authority"
import { getCase } from "@/lib/case"
import { WebhookMessage } from "@/lib/delivery"
import { handler as sendDue } from "@/lib/pipeline/deliver"
import { handler as react } from "@/lib/pipeline/react"
import { approveReferral, draftReferral } from "@/lib/referral"
import { followTip } from "@/lib/reporter"
import { publishRules, saveRule, suggestAuthorities } from "@/lib/routing"
import { getTip } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { deliver } from "@/tests/support/deliver"
import { acceptedTip } from "@/tests/support/factory"
import { shown } from "@/tests/support/figures"
import { as, reporterOf } from "@/tests/support/people"
import { allowOwnMachine, webhookWorld } from "@/tests/support/webhook-world"

let world: Awaited<ReturnType<typeof webhookWorld>>
let key = ""

beforeAll(async () => {
  world = await webhookWorld()
  key = (await issueAgencyKey(as("administrator"), { authorityId: "mps", name: "Case system" })).key
  const rule = {
    name: { zh: "影视", en: "Films" },
    to: "mps",
    order: 1,
    when: { categories: ["film-tv" as const] },
  }
  await saveRule(as("administrator"), { version: 0, rule })
  await publishRules(as("administrator"), { version: 1 })
})
beforeEach(allowOwnMachine)
afterAll(() => world.receiver.close())

/** An authority's own system: it believes a message by its signature alone, and answers where that says. */
const agency = async (status: string, more: object = {}) => {
  const { headers, body } = world.receiver.taken[0] ?? { headers: {}, body: "" }
  const message = WebhookMessage.parse(
    new Webhook(world.secret).verify(body, headers as Record<string, string>),
  )
  const { links, referralId } = message.data
  const answer = await call(POST, links.updates, {
    params: { id: referralId },
    headers: { authorization: `Bearer ${key}`, "idempotency-key": `${message.id} ${status}` },
    body: { status, ...more },
  })
  expect([status, answer.status]).toEqual([status, 201])
  return answer.json
}

it("a tip comes to the authority that the rules suggest, and what that did to the figures and the reporter", async () => {
  const { tipId } = await acceptedTip({ targets: ["https://whole-loop.example/watch/1"] })
  await deliver(react)
  const { caseId = "" } = (await getTip(as("cai"), { tipId })).tip
  const [suggested] = (await suggestAuthorities(as("cai"), { caseId })).suggestions
  const reason = "Whole films, commercially, as the rules suggest."
  const draft = await draftReferral(as("cai"), { caseId, authorityId: suggested?.to ?? "", reason })
  await approveReferral(as("dan"), draft)
  await deliver(react)
  await sendDue()
  await sendDue()
  expect(world.receiver.taken).toHaveLength(1)

  await agency("acknowledged", { reference: "2026-网-7" })
  await agency("accepted")
  const measure = { metric: "websites-closed", quantity: 1, takenOn: "2026-01-02" }
  await agency("measure", { measure })
  expect(await agency("reported")).toMatchObject({ referralStatus: "reported" })
  await deliver(react)
  // All of it once more changes nothing.
  await deliver(react)
  await sendDue()

  expect(world.receiver.taken).toHaveLength(1)
  expect(await shown("demo-2026")).toContainEqual(["running", "websites-closed", 1, undefined])
  const { steps } = await followTip(reporterOf(tipId), {})
  expect(steps.map(({ step }) => step).slice(-2)).toEqual(["case-referred", "site-closed"])
  expect((await getCase(as("cai"), { caseId })).case.status).toBe("acting")
})
