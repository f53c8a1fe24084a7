import fc from "fast-check"
import { expect, it } from "vitest"
import { formToken } from "@/lib/limits"
import { ageOf } from "@/lib/limits/form-token"

const shown = "2026-11-24T08:00:00.000Z"
const key = "a-key-of-a-form-1"
const token = formToken(shown, key)
const after = (seconds: number) => new Date(Date.parse(shown) + seconds * 1000).toISOString()

it.each([
  ["at once", token, key, 0, { is: "too-fast", secondsLeft: 3 }],
  ["just before its time", token, key, 2.5, { is: "too-fast", secondsLeft: 1 }],
  ["in time", token, key, 3, { is: "good" }],
  ["a day later", token, key, 86_400, { is: "good" }],
  ["after more than a day", token, key, 86_401, { is: "void" }],
  ["with another form's key", token, "a-key-of-a-form-2", 60, { is: "void" }],
  [
    "made older by its sender",
    token.replace(/^\d+/, (at) => String(Number(at) - 60)),
    key,
    3,
    { is: "void" },
  ],
  ["with nothing", undefined, key, 60, { is: "void" }],
  ["with anything", "anything", key, 60, { is: "void" }],
])("a form that is sent %s", (_, given, ofKey, seconds, age) => {
  expect(ageOf(given, ofKey, after(seconds), 3)).toEqual(age)
})

it("nothing that the portal has not signed makes a form old enough", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^\d{10}\.[0-9a-f]{64}$/)),
      fc.string(),
      (given, ofKey) => {
        expect(ageOf(given, ofKey, after(60), 3)).toEqual({ is: "void" })
      },
    ),
  )
})

it("a token is good from its time to a day later, at every second", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000 }), (seconds) => {
      const age = seconds < 3 ? "too-fast" : seconds <= 86_400 ? "good" : "void"
      expect(ageOf(token, key, after(seconds), 3).is).toBe(age)
    }),
  )
})
