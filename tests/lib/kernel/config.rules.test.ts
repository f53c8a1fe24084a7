import { afterEach, describe, expect, it, vi } from "vitest"
import { setting } from "@/lib/kernel/config"

afterEach(() => {
  vi.unstubAllEnvs()
})

describe("a setting", () => {
  it("is read once, and anew where the environment says something else", () => {
    vi.stubEnv("RECEIPT_KEY", Buffer.alloc(32, 7).toString("base64"))
    const key = setting("RECEIPT_KEY")
    expect(setting("RECEIPT_KEY")).toBe(key)
    vi.stubEnv("RECEIPT_KEY", Buffer.alloc(32, 8).toString("base64"))
    expect(setting("RECEIPT_KEY")).toEqual(Buffer.alloc(32, 8))
  })

  it("that is missing or malformed is named, without its value", () => {
    vi.stubEnv("RECEIPT_KEY", "not base64!")
    expect(() => setting("RECEIPT_KEY")).toThrow(/^Environment variable RECEIPT_KEY is missing or malformed$/)
    vi.stubEnv("RECEIPT_KEY", undefined)
    expect(() => setting("RECEIPT_KEY")).toThrow("RECEIPT_KEY")
  })
})
