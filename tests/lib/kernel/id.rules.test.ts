import { describe, expect, it } from "vitest"
import { CaseId, idFrom, newId, TipId } from "@/lib/kernel/id"

describe("an identifier", () => {
  it("is no other kind's, so that the compiler refuses", () => {
    const wanted: TipId = newId("tip")
    // @ts-expect-error the id of a case
    const mistaken: TipId = newId("cas")
    // @ts-expect-error a text that nobody has read as an id
    const unread: TipId = "tip_0123456789abcdef"
    expect(new Set([wanted, mistaken, unread]).size).toBe(3)
  })

  it("is read whatever it says, so that an unknown one is not found instead of explained", () => {
    for (const typed of ["tip_1", "cas_1", "../..", "一"]) expect(TipId.parse(typed)).toBe(typed)
    expect(TipId.safeParse("").success).toBe(false)
    expect(TipId.safeParse("a".repeat(101)).success).toBe(false)
    expect(CaseId.safeParse(7).success).toBe(false)
  })

  it("carries its kind before its text", () => {
    expect(idFrom("cas", "1")).toBe("cas_1")
    expect(newId("evd")).toMatch(/^evd_[0-9a-hjkmnp-tv-z]{16}$/)
  })
})
