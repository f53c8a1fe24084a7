import { describe, expect, it } from "vitest"
import { type Actor, keyScopes, roles } from "@/lib/kernel/actor"
import { contextFor } from "@/lib/kernel/context"
import { AuthorityId, HolderId, idFrom } from "@/lib/kernel/id"
import type { VerbSpec } from "@/lib/kernel/verb"
import { callersOf } from "./callers"

type AnyVerb = ((ctx: ReturnType<typeof contextFor>, input: never) => Promise<unknown>) & { verb: VerbSpec }

const isVerb = (value: unknown): value is AnyVerb => typeof value === "function" && "verb" in value

const rooms = import.meta.glob("../../lib/*/index.ts", { eager: true })
const verbs = Object.values(rooms)
  .flatMap((room) => Object.values(room as Record<string, unknown>))
  .filter(isVerb)

const actors: Record<string, Actor> = {
  visitor: { kind: "visitor" },
  reporter: { kind: "reporter", tipId: idFrom("tip", "none") },
  "right-holder": {
    kind: "right-holder",
    holderId: HolderId.parse("h"),
    keyId: idFrom("key", "none"),
    name: "H",
    scopes: [...keyScopes],
  },
  agency: {
    kind: "agency",
    authorityId: AuthorityId.parse("mps"),
    keyId: idFrom("key", "none"),
    name: "A",
  },
  system: { kind: "system", name: "test" },
  "no role": { kind: "person", id: "nobody", name: "Nobody", roles: [] },
  ...Object.fromEntries(
    roles.map((role) => [role, { kind: "person", id: role, name: role, roles: [role] } satisfies Actor]),
  ),
}

const pairs = roles.flatMap((one, at) => roles.slice(at + 1).map((other) => [one, other] as const))

const called = async (verb: AnyVerb, actor: Actor) => {
  try {
    await verb(contextFor(actor), {} as never)
    return "let in"
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined
    return code === "forbidden" || code === "unauthenticated" ? code : "let in"
  }
}

describe("every verb", () => {
  it("stands in the table of callers, and nothing else does", () => {
    expect(Object.keys(callersOf).toSorted()).toEqual(verbs.map(({ verb }) => verb.name).toSorted())
  })

  it.each(verbs.map((verb) => [verb.verb.name, verb] as const))(
    "%s lets in whom the table names",
    (name, verb) => {
      expect([...verb.verb.by].toSorted()).toEqual([...(callersOf[name] ?? [])].toSorted())
    },
  )

  it.each(
    verbs.filter(({ verb }) => !verb.by.includes("visitor")).map((verb) => [verb.verb.name, verb] as const),
  )("%s refuses everybody else before it looks at the input", async (name, verb) => {
    for (const [kind, actor] of Object.entries(actors)) {
      if (callersOf[name]?.some((caller) => caller === kind)) continue
      expect([kind, await called(verb, actor)]).toEqual([
        kind,
        kind === "visitor" ? "unauthenticated" : "forbidden",
      ])
    }
  })

  it.each(pairs)("lets in %s and %s in one person where it lets in one of them", async (...held) => {
    const actor: Actor = {
      kind: "person",
      id: "both",
      name: "Both",
      roles: held,
      authorityId: AuthorityId.parse("mps"),
    }
    for (const verb of verbs) {
      const { name, by } = verb.verb
      if (by.includes("visitor") || held.some((role) => callersOf[name]?.includes(role))) continue
      expect([name, await called(verb, actor)]).toEqual([name, "forbidden"])
    }
  })
})
