import { describe, expect, it } from "vitest"
import { POST as submit } from "@/app/api/v1/tips/route"
import { eventsOf } from "@/lib/audit"
import { openReceipt, submitTip } from "@/lib/reporter"
import { findItem } from "@/lib/store/query"
import { ConditionFailed, transact, type Write } from "@/lib/store/transact"
import { claimTip } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { aTip, submitted } from "@/tests/support/factory"
import { type Loss, withLostAnswers } from "@/tests/support/lost-answers"
import { as, visitor } from "@/tests/support/people"

const TableName = process.env.TABLE_NAME
const create = (pk: string, by: string): Write => ({
  Put: { TableName, Item: { pk, sk: "test", by }, ConditionExpression: "attribute_not_exists(pk)" },
})
const byOf = async (pk: string) => (await findItem({ pk, sk: "test" }))?.by

const whileSilent = <Result>(loss: Loss, run: () => Promise<Result>) =>
  withLostAnswers(Array<Loss>(20).fill(loss), run, { isSilent: true })

describe("a put whose answer was lost", () => {
  it("is known again as the own when the SDK repeats it", async () => {
    const { result, tries } = await withLostAnswers(["done"], () => transact([create("own", "me")]))
    expect([result.status, tries]).toEqual(["fulfilled", 2])
    expect(await byOf("own")).toBe("me")
  })

  it("is a rival's where a rival was faster, also with the same content", async () => {
    await transact([create("rival", "me")])
    const { result } = await withLostAnswers(["not-done"], () => transact([create("rival", "me")]))
    expect(result).toMatchObject({ reason: new ConditionFailed([0]) })
  })
})

describe("a transaction whose answer was lost", () => {
  it("is done once when the SDK repeats it", async () => {
    const both = [create("both-1", "me"), create("both-2", "me")]
    const { result } = await withLostAnswers(["done"], () => transact(both))
    expect(result.status).toBe("fulfilled")
    expect(await byOf("both-2")).toBe("me")
  })

  it("claims a tip once, in one event", async () => {
    const { tipId } = await submitted()
    const { result } = await withLostAnswers(["done"], () => claimTip(as("mei"), { tipId }))
    expect(result.status).toBe("fulfilled")
    expect((await eventsOf(tipId)).map(({ type }) => type)).toEqual(["tip.received", "tip.claimed"])
  })
})

describe("a write of which no try was answered", () => {
  it.each([
    ["done", "outcome-unknown"],
    ["not-done", "outcome-unknown"],
    ["unsent", "not-stored"],
  ] as const)("%s: is told as %s", async (loss, reason) => {
    const one = await whileSilent(loss, () => transact([create(`silent-${loss}`, "me")]))
    expect(one.result).toMatchObject({ reason: { code: "unavailable", reason } })
    const several = [create(`silent-${loss}-1`, "me"), create(`silent-${loss}-2`, "me")]
    const two = await whileSilent(loss, () => transact(several))
    expect(two.result).toMatchObject({ reason: { code: "unavailable", reason } })
  })

  it("is unknown also where the last try was not even sent", async () => {
    const losses: Loss[] = ["not-done", ...Array<Loss>(9).fill("unsent")]
    const { result } = await withLostAnswers(losses, () => transact([create("mixed", "me")]), {
      isSilent: true,
    })
    expect(result).toMatchObject({ reason: { reason: "outcome-unknown" } })
  })
})

describe("30 tips whose first answers are lost", () => {
  it("are all answered as stored, each once", async () => {
    for (let n = 0; n < 30; n++) {
      const { result } = await withLostAnswers(["done"], () => call(submit, "/api/v1/tips", { body: aTip() }))
      expect(result).toMatchObject({ value: { status: 201 } })
      if (result.status !== "fulfilled") continue
      const { tipId, receipt } = result.value.json
      const { number, code } = receipt
      expect(await openReceipt(visitor(), { number, code })).toEqual({ tipId })
    }
  })
})

describe("a tip of which it is not known whether it is stored", () => {
  const headers = { "accept-language": "en" }

  it.each(["done", "not-done"] as const)(
    "without a key (%s) is told how to send again, and is found or stored then, once",
    async (loss) => {
      const body = aTip({ targets: [`https://unknown-${loss}.example/`] })
      const { result } = await whileSilent(loss, () => call(submit, "/api/v1/tips", { body, headers }))
      expect(result).toMatchObject({
        value: { status: 503, json: { type: "urn:sword-net:problem:outcome-unknown" } },
      })
      const { json } = (result as PromiseFulfilledResult<Awaited<ReturnType<typeof call>>>).value
      expect(json.detail).toMatch(/cannot tell yet.*Send it again/)
      const again = { ...headers, "idempotency-key": json.idempotencyKey }
      const [second, third] = [
        await call(submit, "/api/v1/tips", { body, headers: again }),
        await call(submit, "/api/v1/tips", { body, headers: again }),
      ]
      expect([second.status, third.status]).toEqual([201, 201])
      expect(third.json.tipId).toBe(second.json.tipId)
      expect((await eventsOf(second.json.tipId)).length).toBe(1)
    },
  )

  it("is found when it is sent again, though the limit is reached or the intake shut by then", async () => {
    const origin = "0123456789abcdef0123456789abcdef"
    const idempotencyKey = "a-key-that-was-sent-before"
    const admission = { door: "api", origin, proof: undefined } as const
    const first = await submitTip(visitor(), aTip({ idempotencyKey, admission }))
    const refusedNow = { door: "form", origin, formToken: "void" } as const
    const second = await submitTip(visitor(), aTip({ idempotencyKey, admission: refusedNow }))
    expect(second.tipId).toBe(first.tipId)
    await expect(
      submitTip(visitor(), aTip({ idempotencyKey: "another-key-not-sent-before", admission: refusedNow })),
    ).rejects.toMatchObject({ reason: "form-expired" })
  })

  it("says that nothing was changed only where that is known", async () => {
    const { result } = await whileSilent("unsent", () =>
      call(submit, "/api/v1/tips", { body: aTip(), headers }),
    )
    expect(result).toMatchObject({
      value: { status: 503, json: { detail: expect.stringContaining("Nothing was changed") } },
    })
  })
})
