import { compactVerify, importJWK } from "jose"
import { describe, expect, it } from "vitest"
import { followTip, openReceipt } from "@/lib/reporter"
import { dynamo } from "@/lib/store/table"
import { claimTip, declineTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf, visitor } from "@/tests/support/people"

describe("a receipt", () => {
  it("opens however its letters are typed", async () => {
    const { tipId, receipt } = await submitted()
    const typed = {
      number: receipt.number.toUpperCase().replaceAll("-", " ").replaceAll("0", "O"),
      code: receipt.code.replaceAll("-", "").replaceAll("1", "l"),
    }
    expect(await openReceipt(visitor(), typed)).toEqual({ tipId })
  })

  it("does not tell an unknown number from a wrong code", async () => {
    const { receipt } = await submitted()
    const refusal = { code: "not-found", reason: "receipt-unknown" }
    const wrong = "0000-0000-0000-0000"
    await expect(openReceipt(visitor(), { ...receipt, code: wrong })).rejects.toMatchObject(refusal)
    await expect(openReceipt(visitor(), { number: "0000-0000-0000", code: wrong })).rejects.toMatchObject(
      refusal,
    )
    await expect(openReceipt(visitor(), { number: "not one", code: wrong })).rejects.toMatchObject(refusal)
  })

  it("that is mistyped is told so, whatever others mistyped", async () => {
    const code = "0000-0000-0000-0000"
    for (let typo = 0; typo < 12; typo++)
      await expect(
        openReceipt(visitor(), { number: `one letter short ${typo}`, code }),
      ).rejects.toMatchObject({
        reason: "receipt-unknown",
      })
  })

  it("asks the store for the same, whether the number or the code is wrong", async () => {
    const { receipt } = await submitted()
    const asked: string[] = []
    dynamo.middlewareStack.add(
      (next, { commandName = "" }) =>
        (args) => {
          asked.push(commandName)
          return next(args)
        },
      { step: "initialize", name: "noteCommands" },
    )
    const askedFor = async (keys: { number: string; code: string }) => {
      asked.length = 0
      await expect(openReceipt(visitor(), keys)).rejects.toMatchObject({ reason: "receipt-unknown" })
      return asked.toSorted().join()
    }
    const code = "0000-0000-0000-0000"
    const wrongCode = await askedFor({ number: receipt.number, code })
    const wrongNumber = await askedFor({ number: "0000-1111-2222", code })
    const noNumber = await askedFor({ number: "none at all", code })
    dynamo.middlewareStack.remove("noteCommands")
    expect(wrongCode).toMatch(/Get.*Update/)
    expect([wrongNumber, noNumber]).toEqual([wrongCode, wrongCode])
  })

  it("closes for an hour after ten wrong codes, also when they come at once", async () => {
    const { receipt } = await submitted()
    const tries = await Promise.allSettled(
      Array.from({ length: 30 }, () => openReceipt(visitor(), { ...receipt, code: "0000-0000-0000-0000" })),
    )
    const codes = tries.map((one) => (one.status === "rejected" ? one.reason.code : "opened"))
    expect(codes.filter((code) => code === "not-found").length).toBeLessThanOrEqual(10)
    await expect(openReceipt(visitor(), receipt)).rejects.toMatchObject({
      code: "limited",
      retryAfterSeconds: expect.any(Number),
    })
  })

  it("is not used up by opening it rightly", async () => {
    const { tipId, receipt } = await submitted()
    for (let time = 0; time < 15; time++) expect(await openReceipt(visitor(), receipt)).toEqual({ tipId })
  })

  it("has a code of 80 bits, different each time", async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, async () => (await submitted()).receipt.code))
    expect(new Set(codes).size).toBe(20)
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/)
  })

  it("carries a statement that the published key verifies", async () => {
    const { receipt } = await submitted()
    const { d: _, ...published } = JSON.parse(process.env.STATEMENT_KEY ?? "{}")
    const { payload } = await compactVerify(receipt.statement, await importJWK(published, "EdDSA"))
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ number: receipt.number, files: [] })
  })

  it("shows the reporter what became of the tip, and nothing of the staff", async () => {
    const { tipId } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    await declineTip(as("mei"), { tipId, version, reason: "site-gone", note: "seen by Mei at night" })
    const followed = await followTip(reporterOf(tipId), {})
    expect(followed).toMatchObject({ status: "declined", declined: "site-gone" })
    expect(followed.steps.map(({ step }) => step)).toEqual(["received", "screening", "declined"])
    expect(JSON.stringify(followed)).not.toMatch(/mei|night/i)
  })
})
