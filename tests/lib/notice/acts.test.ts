import { describe } from "vitest"
import { approveNotice, createNotice, editNotice, getNotice, returnNotice, submitNotice } from "@/lib/notice"
import { lifecycles } from "@/tests/support/acts/lifecycles"
import { type Act, tryActs } from "@/tests/support/acts/try-acts"
import { as } from "@/tests/support/people"

const text = { title: { zh: "通报", en: "Notice" }, body: { zh: "正文", en: "Text" } }
const noticeOf = async (slug: string) => (await getNotice(as("auditor"), { slug })).notice
const seen = async (slug: string) => ({ slug, version: (await noticeOf(slug)).version })

const submit = async (slug: string) => submitNotice(as("pia"), await seen(slug))
const publish = async (slug: string) => approveNotice(as("quan"), await seen(slug))

/** The steps that lead a draft into a state. */
const ways: Readonly<Record<string, readonly ((slug: string) => Promise<unknown>)[]>> = {
  draft: [],
  "in-review": [submit],
  published: [submit, publish],
}

let count = 0
const make = async (state: string): Promise<string> => {
  count += 1
  const slug = `acts-${count}`
  await createNotice(as("pia"), { slug, ...text })
  for (const step of ways[state] ?? []) await step(slug)
  return slug
}

const acts: Readonly<Record<string, Act<string>>> = {
  edit: { run: async (ctx, slug) => editNotice(ctx, { ...(await seen(slug)), ...text }) },
  submit: { run: async (ctx, slug) => submitNotice(ctx, await seen(slug)) },
  return: { run: async (ctx, slug) => returnNotice(ctx, { ...(await seen(slug)), reason: "Too long" }) },
  publish: { run: async (ctx, slug) => approveNotice(ctx, await seen(slug)) },
}

describe("what the staff may do to a notice", () => {
  tryActs(lifecycles.notice, acts, make, async (slug) => (await noticeOf(slug)).status)
})
