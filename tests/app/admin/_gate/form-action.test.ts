import { redirect } from "next/navigation"
import { describe, expect, it } from "vitest"
import { settle } from "@/app/admin/_gate/form-action"
import { untouched } from "@/app/admin/_gate/form-state"
import { DomainError } from "@/lib/kernel/errors"
import { acceptTip, claimTip, declineTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const typed = { reason: "not-infringing", note: "Looked at it twice.\r\nNothing there." }

describe("a form's action", () => {
  it("turns a refused role into words, and keeps what was typed", async () => {
    const { tipId } = await submitted()
    const state = await settle(untouched, formOf({ tipId, ...typed }), "en", async ({ text }) => {
      await claimTip(as("pia"), { tipId: text("tipId") })
      return undefined
    })
    expect(state.problem?.title).toBe("You may not do this")
    expect(state.values).toMatchObject({ note: "Looked at it twice.\nNothing there." })
  })

  it("tells who was faster with what, in the reader's language, and keeps what was typed", async () => {
    const { tipId } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    await declineTip(as("mei"), { tipId, version, reason: "abusive" })
    const accept = (locale: "en" | "zh") =>
      settle(untouched, formOf({ tipId, ...typed }), locale, async () => {
        await acceptTip(as("mei"), { tipId, version, campaign: "demo-2026" })
        return undefined
      })
    const [english, chinese] = await Promise.all([accept("en"), accept("zh")])
    expect(english.problem?.lastChange).toMatch(/^Mei: tip declined, /)
    expect(english.problem?.wayOut?.kind).toBe("reload")
    expect(english.values.note).toBe("Looked at it twice.\nNothing there.")
    expect(chinese.problem?.lastChange).toMatch(/^Mei：不予采纳/)
  })

  it("puts each complaint at its input", async () => {
    const issues = [{ path: ["body", "zh"], rule: "too-long" as const, params: { max: 30_000 } }]
    const state = await settle(untouched, formOf(typed), "en", async () => {
      throw new DomainError("invalid", { issues })
    })
    expect(state.issues).toEqual({ "body.zh": "At most 30,000 characters." })
  })

  it("hides a fault of ours behind its request's number", async () => {
    const state = await settle(untouched, formOf(typed), "en", async () => {
      throw new Error("secret table name")
    })
    expect(JSON.stringify(state)).not.toContain("secret")
    expect(state.problem?.requestId).toMatch(/^req_/)
    expect(state.values.reason).toBe("not-infringing")
  })

  it("answers a lapsed session with a way to sign in beside the form", async () => {
    const state = await settle(untouched, formOf(typed), "zh", async () => {
      throw new DomainError("unauthenticated")
    })
    expect(state.problem?.wayOut?.kind).toBe("sign-in")
    expect(state.values.reason).toBe("not-infringing")
  })

  it("lets a redirect of Next go its way", async () => {
    const sent = settle(untouched, formOf(typed), "en", async () => redirect("/admin"))
    await expect(sent).rejects.toMatchObject({ digest: expect.stringContaining("/admin") })
  })

  it("keeps what was typed beside an answer, such as a preview", async () => {
    const state = await settle(untouched, formOf(typed), "en", async () => ({ text: "as it would read" }))
    expect(state.result?.text).toBe("as it would read")
    expect(state.values.reason).toBe("not-infringing")
  })

  it("forgets what was typed once it is done", async () => {
    const state = await settle({ ...untouched, round: 3 }, formOf(typed), "en", async () => undefined)
    expect(state).toEqual({ round: 4, done: "Done.", issues: {}, values: {} })
  })
})
