import { describe, expect, it } from "vitest"
import { z } from "zod"
import { type Actor, signature } from "@/lib/kernel/actor"
import { contextFor } from "@/lib/kernel/context"
import { newId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"

const greet = verb(
  { name: "test.greet", by: ["moderator"], input: z.strictObject({ name: z.string().min(1).max(5) }) },
  async (_ctx, { name }) => `hello ${name}`,
)
const person = (...roles: ("moderator" | "auditor")[]): Actor => ({
  kind: "person",
  id: "p",
  name: "P",
  roles,
})
const call = (actor: Actor, input: unknown) => greet(contextFor(actor), input as { name: string })

describe("a verb", () => {
  it("runs for a caller it names", async () => {
    expect(await call(person("auditor", "moderator"), { name: "you" })).toBe("hello you")
  })

  it.each<[string, Actor, string]>([
    ["a visitor", { kind: "visitor" }, "unauthenticated"],
    ["another role", person("auditor"), "forbidden"],
    ["no role", person(), "forbidden"],
    ["a reporter", { kind: "reporter", tipId: newId("tip") }, "forbidden"],
    ["the system", { kind: "system", name: "s" }, "forbidden"],
  ])("refuses %s before it looks at the input", async (_who, actor, code) => {
    await expect(call(actor, { name: 7 })).rejects.toMatchObject({ code, issues: [] })
  })

  it.each([
    [{}, "name", "required", undefined],
    [{ name: "" }, "name", "required", undefined],
    [{ name: 7 }, "name", "wrong-type", { expected: "string" }],
    [{ name: "longer" }, "name", "too-long", { max: 5 }],
  ])("says of %j what is wrong, where, and never what was typed", async (input, field, rule, params) => {
    const error = await call(person("moderator"), input).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: "invalid",
      issues: [{ path: [field], rule, ...(params ? { params } : {}) }],
    })
    expect(JSON.stringify(error)).not.toContain("longer")
  })

  it("refuses a field it does not know", async () => {
    await expect(call(person("moderator"), { name: "you", role: "administrator" })).rejects.toMatchObject({
      issues: [{ rule: "unknown-field", params: { fields: "role" } }],
    })
  })
})

describe("an event's signature", () => {
  it("names the staff and never a reporter", () => {
    expect(signature(person("moderator"))).toEqual({ kind: "person", id: "p", name: "P" })
    expect(signature({ kind: "reporter", tipId: newId("tip") })).toEqual(signature({ kind: "visitor" }))
  })
})
