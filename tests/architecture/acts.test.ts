import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { actsDocument } from "@/tests/support/acts/document"
import { lifecycles } from "@/tests/support/acts/lifecycles"
import { callersOf } from "./callers"

describe("the table of acts", () => {
  it("stands in the documents as the code has it", () => {
    expect(readFileSync("docs/acts.md", "utf8"), "npm run docs:acts").toBe(actsDocument())
  })

  it.each(Object.entries(lifecycles))("names a verb for every act on a %s", (_, { acts, verbs }) => {
    expect(Object.keys(verbs).toSorted()).toEqual([...acts].toSorted())
    for (const verb of Object.values(verbs)) expect(callersOf).toHaveProperty([verb])
  })
})
