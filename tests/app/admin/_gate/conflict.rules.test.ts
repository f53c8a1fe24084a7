import { describe, expect, it } from "vitest"
import { chosenFrom, conflictOf, unresolved } from "@/app/admin/_gate/conflict"
import { typedIn } from "@/app/admin/_gate/fields"
import { untouched } from "@/app/admin/_gate/form-state"

const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
const mine = { slug: "n", version: "1", "title.zh": "同", "body.zh": "我的", "body.en": "mine" }
const standing = {
  version: 2,
  values: { "title.zh": "同", "body.zh": "别人的", "body.en": "theirs" },
}
const conflict = conflictOf(mine, standing, "en")
const before = { ...untouched, round: 1, conflict }

describe("who lost a race", () => {
  it("is shown both texts of each field that differs, and of no other", () => {
    expect(conflict).toMatchObject({
      theirs: { "body.zh": "别人的", "body.en": "theirs" },
      carries: { version: 2 },
    })
    expect(Object.keys(conflict.theirs)).toEqual(["body.zh", "body.en"])
  })

  it("saves neither text without a choice, and loses nothing that was typed", () => {
    const { open } = chosenFrom(before, formOf({ ...mine, "keep.body.zh": "mine" }))
    expect(open).toEqual(["body.en"])
    const state = unresolved(before, formOf(mine), open, "en")
    expect(state).toMatchObject({ values: mine, conflict, issues: { "body.en": expect.any(String) } })
  })

  it("saves of each field the text that was chosen", () => {
    const sent = { ...mine, "body.en": "mine, edited", "keep.body.zh": "theirs", "keep.body.en": "mine" }
    const { chosen, open } = chosenFrom(before, formOf(sent))
    expect(open).toEqual([])
    expect(typedIn(chosen)).toEqual({ ...mine, "body.zh": "别人的", "body.en": "mine, edited" })
  })

  it("chooses nothing where there was no race", () => {
    const { chosen, open } = chosenFrom(untouched, formOf(mine))
    expect([typedIn(chosen), open]).toEqual([mine, []])
  })
})
