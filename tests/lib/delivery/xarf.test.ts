import { Webhook } from "standardwebhooks"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { getAuthority, setWebhook } from "@/lib/authority"
import { openCase } from "@/lib/case"
import { XarfReport } from "@/lib/delivery"
import { sha256 } from "@/lib/kernel/crypto"
import { getSettings, setContacts } from "@/lib/settings"
import { aDelivered } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"
import {
  allowOwnMachine,
  deliveriesOf,
  mps,
  reactTo,
  send,
  webhookWorld,
} from "@/tests/support/webhook-world"

let world: Awaited<ReturnType<typeof webhookWorld>>
const administrator = () => as("administrator")
const say = async (email: string) =>
  setContacts(administrator(), { ...(await getSettings(administrator(), {})), email, phone: "" })
const toXarf = async () =>
  setWebhook(administrator(), { ...(await mps()), url: world.receiver.url, format: "xarf" })

/** A delivered referral of a case of these tips, one array of addresses each. */
const referred = async (...tips: readonly (readonly string[])[]) => {
  let caseId = ""
  for (const targets of tips) {
    const { tipId } = await acceptedTip({ targets: [...targets], work: "A film", contact: "me@mail.example" })
    caseId = (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? ""
  }
  const seen = await aDelivered(caseId)
  await reactTo(caseId)
  return seen
}

beforeAll(async () => {
  world = await webhookWorld()
})
beforeEach(allowOwnMachine)
afterEach(() => world.restore())
afterAll(() => world.receiver.close())

describe("a referral to a host", () => {
  it("is not set up before the portal has an address for answers", async () => {
    await expect(toXarf()).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: ["format"], rule: "contact-missing" }],
    })
    await say("answers@banquan.example")
    await toXarf()
    expect((await getAuthority(administrator(), { authorityId: "mps" })).channel?.format).toBe("xarf")
  })

  it("is one signed XARF report of each address, once, however often the event comes", async () => {
    const site = "https://host-reports.example"
    const { referralId, caseId } = await referred([`${site}/1`, `${site}/2`], [`${site}/1`])
    await reactTo(caseId)
    const before = world.receiver.taken.length
    expect(await send()).toMatchObject({ done: 2 })
    const taken = world.receiver.taken.slice(before)
    const reports = taken.map(({ body, headers }) => {
      expect(headers["content-type"]).toContain("application/json")
      return XarfReport.parse(new Webhook(world.secret).verify(body, headers as Record<string, string>))
    })
    expect(reports.map((report) => report.infringing_url).toSorted()).toEqual([`${site}/1`, `${site}/2`])
    expect(new Set(reports.map((report) => report.report_id)).size).toBe(2)
    const first = reports.find((report) => report.infringing_url === `${site}/1`)
    expect(first).toMatchObject({
      source_identifier: "host-reports.example",
      work_title: "A film",
      reporter: { contact: "answers@banquan.example" },
    })
    const [evidence] = first?.evidence ?? []
    const text = Buffer.from(evidence?.payload ?? "", "base64").toString()
    expect(text).toContain("Reports that were examined and accepted: 2")
    expect(evidence?.hash).toBe(`sha256:${sha256(text)}`)
    expect(first?.tags).toContain(`referral:${referralId}`)
  })

  it("names no reporter, no receipt and no contact", async () => {
    const { referralId } = await referred(["https://nameless-host.example/1"])
    const before = world.receiver.taken.length
    await send()
    const [taken] = world.receiver.taken.slice(before)
    expect(taken?.body).toContain(referralId)
    expect(taken?.body).not.toMatch(/tip_|me@mail|[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}"/)
  })

  it("has no report of an app that has a name alone", async () => {
    const { referralId } = await referred(["An app called Films for all"])
    expect(await deliveriesOf(referralId)).toEqual([])
  })
})
