import fc from "fast-check"
import { expect, it } from "vitest"
import { z } from "zod"
import { encryptedCookie } from "@/app/_document/route/encrypted-cookie"

const Value = z.object({ text: z.string() })
const first = encryptedCookie("first", Value)
const second = encryptedCookie("second", Value)
const sending = (pair: string) => new Request("http://localhost/", { headers: { cookie: pair } })
const pairOf = (setCookie: string) => setCookie.split(";")[0] ?? ""

it("what was kept comes back, to the cookie of that name alone", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
      const pair = pairOf(await first.set({ text }))
      expect(await first.read(sending(`a=b; ${pair}; c=d`))).toMatchObject({ text })
      expect(await second.read(sending(pair.replace("first=", "second=")))).toBeUndefined()
    }),
    { numRuns: 30 },
  )
})

it("one that was changed by a character, or made up, holds nothing", async () => {
  const pair = pairOf(await first.set({ text: "known" }))
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.base64String().map((value) => `first=${value}`),
        fc.nat(pair.length - "first=".length - 1).map((at) => {
          const place = "first=".length + at
          return `${pair.slice(0, place)}${pair[place] === "A" ? "B" : "A"}${pair.slice(place + 1)}`
        }),
      ),
      async (other) => {
        // The last characters of a part can stand for the same bytes.
        const read = await first.read(sending(other))
        expect(read === undefined || read.text === "known").toBe(true)
      },
    ),
    { numRuns: 60 },
  )
  expect(await first.read(sending(""))).toBeUndefined()
})
