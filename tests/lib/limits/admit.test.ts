import { afterEach, describe, expect, it } from "vitest"
import { type Admission, askForProof, formToken, limits, originOf } from "@/lib/limits"
import { getSettings, setLimits } from "@/lib/settings"
import { countOne } from "@/lib/store/counter"
import { getTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as, visitor } from "@/tests/support/people"
import { proofOf } from "@/tests/support/proof"

const now = () => new Date().toISOString()
const minuteAgo = () => new Date(Date.now() - 60_000).toISOString()
const newKey = () => crypto.randomUUID()
const from = (address: string, door: "form" | "api", more: Partial<Admission> = {}): Admission => ({
  door,
  origin: originOf(address, now()),
  ...more,
})
const byForm = (address: string, idempotencyKey = newKey()) =>
  submitted({
    idempotencyKey,
    admission: from(address, "form", { formToken: formToken(minuteAgo(), idempotencyKey) }),
  })
const outcomes = async (tries: Promise<unknown>[]) =>
  (await Promise.allSettled(tries)).map((one) =>
    one.status === "fulfilled" ? "admitted" : one.reason.reason,
  )

afterEach(() => {
  delete process.env.REPORTS_PER_MINUTE_NORMAL
})

describe("an origin", () => {
  it("is another on another day, for another address, and the same for one household", () => {
    const [day, next] = ["2026-11-24T23:59:59.000Z", "2026-11-25T00:00:00.000Z"]
    expect(originOf("203.0.113.7", day)).toBe(originOf("203.0.113.7", day))
    expect(originOf("203.0.113.7", day)).not.toBe(originOf("203.0.113.7", next))
    expect(originOf("203.0.113.7", day)).not.toBe(originOf("203.0.113.8", day))
    expect(originOf("::ffff:203.0.113.7", day)).toBe(originOf("203.0.113.7", day))
    expect(originOf("2001:db8:1:2::1", day)).toBe(originOf("2001:db8:1:2:ffff::9", day))
    expect(originOf("2001:db8:1:2::1", day)).not.toBe(originOf("2001:db8:1:3::1", day))
    expect(originOf("spoofed", day)).toBe(originOf(undefined, day))
  })
})

describe("a report by the form", () => {
  it("is admitted a fifth of a normal minute's an hour from one origin, also when twice as many come at once", async () => {
    process.env.REPORTS_PER_MINUTE_NORMAL = "100"
    const all = await outcomes(Array.from({ length: 40 }, () => byForm("203.0.113.1")))
    expect(all.filter((one) => one === "admitted")).toHaveLength(20)
    expect(all.filter((one) => one === "too-many-reports")).toHaveLength(20)
    await expect(byForm("203.0.113.1")).rejects.toMatchObject({
      code: "limited",
      retryAfterSeconds: expect.any(Number),
    })
    await expect(byForm("203.0.113.2")).resolves.toBeDefined()
  })

  it("makes one tip of one token, however often it is sent", async () => {
    const key = newKey()
    const [one, two] = await Promise.all([byForm("203.0.113.3", key), byForm("203.0.113.3", key)])
    expect(two.tipId).toBe(one.tipId)
    const admission = from("203.0.113.3", "form", { formToken: formToken(minuteAgo(), key) })
    await expect(submitted({ idempotencyKey: key, work: "Another film", admission })).rejects.toMatchObject({
      reason: "idempotency-key-reused",
    })
  })

  it("needs no wait with a proof, and falls back on its token with a wrong one", async () => {
    const key = newKey()
    const { challenge } = await askForProof(visitor(), { key })
    const token = formToken(now(), key)
    const send = (proof: string) =>
      submitted({ idempotencyKey: key, admission: from("203.0.113.4", "form", { formToken: token, proof }) })
    await expect(send("wrong")).rejects.toMatchObject({ code: "limited", reason: "form-too-fast" })
    const { tipId } = await send(await proofOf(challenge))
    expect(JSON.stringify((await getTip(as("mei"), { tipId })).tip)).not.toContain("203.0.113.4")
  })
})

describe("a report by the API", () => {
  it("needs nothing at normal load, and a proof above it", async () => {
    const send = (more: Partial<Admission> = {}, idempotencyKey = newKey()) =>
      submitted({ idempotencyKey, admission: from("203.0.113.5", "api", more) })
    process.env.REPORTS_PER_MINUTE_NORMAL = "5"
    await expect(send()).resolves.toBeDefined()
    const others = Array.from({ length: 26 }, () =>
      submitted({ idempotencyKey: newKey(), admission: from("203.0.113.6", "api") }),
    )
    await Promise.allSettled(others)
    await expect(send()).rejects.toMatchObject({
      code: "limited",
      reason: "proof-required",
      retryAfterSeconds: expect.any(Number),
    })
    const key = newKey()
    const { challenge } = await askForProof(visitor(), { key })
    const proof = await proofOf(challenge)
    await expect(send({ proof })).rejects.toMatchObject({ code: "invalid" })
    await expect(send({ proof }, key)).resolves.toBeDefined()
  })

  it("is refused with a wrong proof whatever the load", async () => {
    await expect(
      submitted({ idempotencyKey: newKey(), admission: from("203.0.113.6", "api", { proof: "wrong" }) }),
    ).rejects.toMatchObject({ issues: [{ path: ["Proof"], rule: "proof-refused" }] })
  })
})

describe("a site that very many report", () => {
  const about = (site: string, address: string) =>
    submitted({ targets: [`https://${site}/`], admission: from(address, "api") })

  it.each([
    ["as many as the portal's own limit", undefined, limits.reportsOfSite.count],
    ["as many as an administrator set", 60, 60],
  ])("asks programs for work beyond %s, and another site does not", async (_, set, count) => {
    const administrator = as("administrator")
    await setLimits(administrator, { ...(await getSettings(administrator, {})), reportsOfSite: set })
    const site = `reported-${count}.example`
    await countOne(limits.reportsOfSite, site, count - 1)
    await expect(about(site, "203.0.113.90")).resolves.toBeDefined()
    await expect(about(site, "203.0.113.91")).rejects.toMatchObject({ reason: "proof-required" })
    await expect(about(`not-${site}`, "203.0.113.92")).resolves.toBeDefined()
  })
})
