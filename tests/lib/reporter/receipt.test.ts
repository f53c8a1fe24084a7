import fc from "fast-check"
import { compactVerify, importJWK } from "jose"
import { describe, expect, it } from "vitest"
import { askForProof, originOf } from "@/lib/limits"
import { followTip, openReceipt } from "@/lib/reporter"
import { pauseMs, refusalStepMs } from "@/lib/reporter/open-receipt"
import { dynamo } from "@/lib/store/table"
import { claimTip, declineTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf, visitor } from "@/tests/support/people"
import { proofOf } from "@/tests/support/proof"

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
        openReceipt(visitor(), {
          number: `one letter short ${typo}`,
          code,
          origin: originOf(`203.0.113.${typo}`, "2026-11-26"),
        }),
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
          // A process reads the settings anew every few seconds, whatever is asked.
          if (!JSON.stringify(args.input).includes('"settings"')) asked.push(commandName)
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

  it("is refused at a step of time, not when the store has answered: a wrong code as a wrong number", async () => {
    const { receipt } = await submitted()
    const code = "0000-0000-0000-0000"
    for (const number of [receipt.number, "0000-1111-2222"]) {
      const begun = performance.now()
      await expect(openReceipt(visitor(), { number, code })).rejects.toMatchObject({
        reason: "receipt-unknown",
      })
      // A timer may fire a millisecond early.
      expect(performance.now() - begun).toBeGreaterThan(refusalStepMs - 2)
    }
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10_000, noNaN: true }), (elapsedMs) => {
        const steps = (elapsedMs + pauseMs(elapsedMs)) / refusalStepMs
        expect(steps).toBeCloseTo(Math.floor(elapsedMs / refusalStepMs) + 1, 6)
      }),
    )
  })

  it("opens after any number of wrong tries, by others and from the same origin", async () => {
    const { tipId, receipt } = await submitted()
    const origin = originOf("192.0.2.7", "2026-11-26T00:00:00.000Z")
    const wrong = { ...receipt, code: "0000-0000-0000-0000" }
    const tries = await Promise.allSettled([
      ...Array.from({ length: 30 }, () => openReceipt(visitor(), { ...wrong, origin })),
      ...Array.from({ length: 30 }, (_, other) =>
        openReceipt(visitor(), { ...wrong, origin: originOf(`198.51.100.${other}`, "2026-11-26") }),
      ),
    ])
    const reasons = tries.map((one) => (one.status === "rejected" ? one.reason.reason : "opened"))
    expect(reasons.slice(0, 30).filter((reason) => reason === "receipt-unknown")).toHaveLength(10)
    expect(reasons.slice(0, 30).filter((reason) => reason === "receipt-tries")).toHaveLength(20)
    expect(new Set(reasons.slice(30))).toEqual(new Set(["receipt-unknown"]))
    expect(await openReceipt(visitor(), { ...receipt, origin })).toEqual({ tipId })
    expect(await openReceipt(visitor(), receipt)).toEqual({ tipId })
    expect(await openReceipt(visitor(), { ...receipt, work: { key: "short", proof: "none" } })).toEqual({
      tipId,
    })
  })

  it("that is wrong is judged beyond the limit for work, once for each", async () => {
    const origin = originOf("192.0.2.8", "2026-11-26T00:00:00.000Z")
    const wrong = { number: "0000-1111-2222", code: "0000-0000-0000-0000", origin }
    await Promise.allSettled(Array.from({ length: 11 }, () => openReceipt(visitor(), wrong)))
    const key = "work-for-one-look-up"
    const { challenge } = await askForProof(visitor(), { key })
    const work = { key, proof: await proofOf(challenge) }
    const reasonOf = (given: Partial<typeof work>) =>
      openReceipt(visitor(), { ...wrong, work: { ...work, ...given } }).catch(({ reason }) => reason)
    expect(await reasonOf({ key: "work-for-another-look-up" })).toBe("receipt-tries")
    expect(await reasonOf({})).toBe("receipt-unknown")
    expect(await reasonOf({})).toBe("receipt-tries")
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
