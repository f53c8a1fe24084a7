import { beforeAll, describe } from "vitest"
import { originOf } from "@/lib/limits"
import { answerObjection, decideObjection, getObjection, submitObjection } from "@/lib/objection"
import { lifecycles } from "@/tests/support/acts/lifecycles"
import { type Act, tryActs } from "@/tests/support/acts/try-acts"
import { enforcementWorld } from "@/tests/support/case"
import { aListedSite } from "@/tests/support/listed"
import { as, visitor } from "@/tests/support/people"

const objectionOf = async (objectionId: string) =>
  (await getObjection(as("auditor"), { objectionId })).objection
const seen = async (objectionId: string) => ({
  objectionId,
  version: (await objectionOf(objectionId)).version,
})

const wording = "What is written back to who objected."
const administrator = as("administrator")
const answer = async (id: string) => answerObjection(administrator, { ...(await seen(id)), answer: wording })
const decide = (outcome: "uphold" | "reject") => async (id: string) =>
  decideObjection(administrator, { ...(await seen(id)), outcome, wording })

/** The step that leads an objection into a state. */
const ways: Readonly<Record<string, (objectionId: string) => Promise<unknown>>> = {
  received: async () => undefined,
  answered: answer,
  upheld: decide("uphold"),
  rejected: decide("reject"),
}

let made = 0
const make = async (state: string): Promise<string> => {
  made += 1
  const site = `objection-acts-${made}.example`
  await aListedSite(site)
  const { number } = await submitObjection(visitor(), {
    typed: `https://${site}/`,
    text: "We hold a licence for everything that is offered there.",
    locale: "en",
    key: `objection-acts-${String(made).padStart(6, "0")}`,
    origin: originOf(`192.0.2.${made % 250}`, new Date().toISOString()),
  })
  const objectionId = `obj_${number.replaceAll("-", "")}`
  await ways[state]?.(objectionId)
  return objectionId
}

const acts: Readonly<Record<string, Act<string>>> = {
  answer: { run: async (ctx, id) => answerObjection(ctx, { ...(await seen(id)), answer: wording }) },
  // By somebody who had no part in confirming the site.
  uphold: {
    by: "third",
    run: async (ctx, id) => decideObjection(ctx, { ...(await seen(id)), outcome: "uphold", wording }),
  },
  reject: {
    by: "third",
    run: async (ctx, id) => decideObjection(ctx, { ...(await seen(id)), outcome: "reject", wording }),
  },
}

describe("what the staff may do to an objection", () => {
  beforeAll(enforcementWorld)

  tryActs(lifecycles.objection, acts, make, async (id) => (await objectionOf(id)).status)
})
