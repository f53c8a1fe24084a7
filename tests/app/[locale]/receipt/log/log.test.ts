import { beforeAll, describe, expect, it } from "vitest"
import { locales, wordsFor } from "@/app/_words"
import { GET as dayHeads } from "@/app/api/v1/day-heads/route"
import { POST as proofs } from "@/app/api/v1/receipts/proofs/route"
import { contextFor } from "@/lib/kernel/context"
import { closeDays, type PublishedHead, submitTip, submittedOf } from "@/lib/reporter"
import { call } from "@/tests/support/app/call"
import { newBrowser } from "@/tests/support/app/form-browser"
import { aTip, submitted } from "@/tests/support/factory"
import { visitor } from "@/tests/support/people"

const closeAt = (now: string) => closeDays(contextFor({ kind: "system", name: "test" }, { now }), {})

describe("the log of days", () => {
  let receipt: { number: string; code: string }
  beforeAll(async () => {
    receipt = (await submittedOf(await submitTip(visitor("2026-06-01T04:00:00.000Z"), aTip()))).receipt
    await closeAt("2026-06-01T18:00:00.000Z")
  })

  it.each(locales)(
    "is published with the day's root, and the report's page gives its proof (%s)",
    async (locale) => {
      const browser = newBrowser(locale)
      const page = await browser.open(`/${locale}/receipt/log`)
      const { json } = await call(dayHeads, "/api/v1/day-heads")
      const [head] = (json as { heads: PublishedHead[] }).heads
      expect(head).toMatchObject({ day: "2026-06-01", size: 1 })
      expect(page.text).toContain(head?.root)
      expect(page.text).toContain(head?.hash)
      await browser.send(`/${locale}/follow`, { number: receipt.number, code: receipt.code })
      const followed = await browser.open(`/${locale}/follow`)
      expect(followed.text).toContain(wordsFor(locale, "follow")("proof"))
      const proof = await browser.open(`/${locale}/report/proof`)
      expect(await proof.response.json()).toEqual({ index: 0, path: [], head: head?.signed })
    },
  )

  it("proves by the API to who holds the receipt, of a day that is closed", async () => {
    const { number, code } = receipt
    const send = (body: object) => call(proofs, "/api/v1/receipts/proofs", { body })
    expect(await send({ number, code })).toMatchObject({ status: 200, json: { number, index: 0, path: [] } })
    const fresh = (await submitted()).receipt
    expect(await send({ number: fresh.number, code: fresh.code })).toMatchObject({ status: 409 })
    expect(await send({ number, code: "0000-0000-0000-0000" })).toMatchObject({ status: 404 })
  })
})
