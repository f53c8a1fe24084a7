import { beforeAll, describe, expect, it } from "vitest"
import { endCampaign, findCampaignRecord, openCampaign, proposeEnd } from "@/lib/campaign"
import { getCase } from "@/lib/case"
import { approveOriginal, askForOriginal, findEvidence, openOriginal } from "@/lib/evidence"
import { type Context, contextFor, freshSignInMinutes } from "@/lib/kernel/context"
import { confirmMeasure, recordMeasure } from "@/lib/measure"
import { approveNotice, createNotice, getNotice, submitNotice } from "@/lib/notice"
import { approveReferral, confirmClosing, proposeClosing } from "@/lib/referral"
import { giveRoles, invite, listInvitations, startSession } from "@/lib/session"
import { approveFigures } from "@/lib/statistics"
import { aCase, aDraft, enforcementWorld } from "@/tests/support/case"
import { countingCampaign, drafted, entry } from "@/tests/support/figures"
import { as, type Name, people, system } from "@/tests/support/people"
import { sealedFile } from "@/tests/support/sealed"

beforeAll(enforcementWorld)

const now = new Date().toISOString()
const ago = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString()
/** Somebody whose session began so long ago. */
const since = (name: Name, minutes: number) => contextFor(people[name], { now, signedInAt: ago(minutes) })

type Ready = {
  readonly who: Name
  readonly act: (ctx: Context) => Promise<unknown>
}

/** What is ready for its last step, by a person who may do it. */
const readied: Readonly<Record<string, () => Promise<Ready>>> = {
  "the approval of a referral": async () => {
    const draft = await aDraft(await aCase())
    return { who: "dan", act: (ctx) => approveReferral(ctx, draft) }
  },
  "the closing of a case": async () => {
    const caseId = await aCase()
    const { version } = (await getCase(as("cai"), { caseId })).case
    await proposeClosing(as("cai"), { caseId, version, outcome: "unfounded" })
    return { who: "dan", act: (ctx) => confirmClosing(ctx, { caseId, version: version + 1 }) }
  },
  "a measure beyond its bound": async () => {
    const caseId = await aCase()
    const measure = { metric: "websites-closed", takenOn: "2026-06-01", document: "Minutes 1" } as const
    const { measureId } = await recordMeasure(as("cai"), { caseId, ...measure, quantity: 99_999_999_999 })
    return { who: "dan", act: (ctx) => confirmMeasure(ctx, { caseId, measureId }) }
  },
  "the publication of a notice": async () => {
    const [slug, text] = ["fresh", { zh: "通报正文", en: "Text" }]
    await createNotice(as("pia"), { slug, title: text, body: text })
    const version = async () => (await getNotice(as("auditor"), { slug })).notice.version
    await submitNotice(as("pia"), { slug, version: await version() })
    const seen = { slug, version: await version() }
    return { who: "quan", act: (ctx) => approveNotice(ctx, seen) }
  },
  "the publication of figures": async () => {
    const { campaign, caseId } = await countingCampaign("fresh-figures")
    await entry(caseId, "links-removed", 40)
    const seen = await drafted(campaign)
    return { who: "quan", act: (ctx) => approveFigures(ctx, seen) }
  },
  "the end of a campaign": async () => {
    const slug = "fresh-campaign"
    const name = { zh: slug, en: slug }
    await openCampaign(system(), { slug, year: 2026, name, agencies: ["mps"], focus: [], showsRunning: true })
    const version = async () => (await findCampaignRecord(slug))?.version ?? 0
    await proposeEnd(as("pia"), { slug, version: await version(), endedOn: now.slice(0, 10) })
    const seen = { slug, version: await version() }
    return { who: "quan", act: (ctx) => endCampaign(ctx, seen) }
  },
  "the opening of an original that nobody has looked through": async () => {
    const { ids } = await sealedFile()
    await askForOriginal(as("mei"), { ...ids, reason: "To compare it" })
    const version = (await findEvidence(ids))?.version ?? 0
    return { who: "bo", act: (ctx) => approveOriginal(ctx, { ...ids, version }) }
  },
  "an original that somebody else has agreed to": async () => {
    const { ids } = await sealedFile()
    await askForOriginal(as("mei"), { ...ids, reason: "To compare it" })
    await approveOriginal(as("bo"), { ...ids, version: (await findEvidence(ids))?.version ?? 0 })
    return { who: "mei", act: (ctx) => openOriginal(ctx, { ...ids, reason: "To compare it" }) }
  },
  "an invitation": async () => {
    const { version } = await listInvitations(as("administrator"), {})
    const input = {
      version,
      email: "fresh@office.example",
      name: "Fresh",
      given: { roles: ["auditor" as const] },
    }
    return { who: "administrator", act: (ctx) => invite(ctx, input) }
  },
  "the giving of roles": async () => {
    await startSession(system(), { person: people.mei })
    const input = { personId: "mei", given: { roles: ["auditor" as const] } }
    return { who: "administrator", act: (ctx) => giveRoles(ctx, input) }
  },
}

describe("a fresh sign-in", () => {
  it.each(Object.entries(readied))("is asked for by %s, and then it is done", async (_, ready) => {
    const { who, act } = await ready()
    const again = { code: "unauthenticated", reason: "sign-in-again" }
    await expect(act(contextFor(people[who]))).rejects.toMatchObject(again)
    await expect(act(since(who, freshSignInMinutes + 1))).rejects.toMatchObject(again)
    await act(since(who, freshSignInMinutes))
  })

  it("makes nobody a second person who was the first", async () => {
    const draft = await aDraft(await aCase())
    for (const minutes of [0, freshSignInMinutes + 1])
      await expect(approveReferral(since("cai", minutes), draft)).rejects.toMatchObject({
        code: "forbidden",
        reason: "second-person",
      })
  })
})
