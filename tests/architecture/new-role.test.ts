import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { homeOf, sectionsOf } from "@/app/admin/_ui/shell/sections"
import { demoAccounts } from "@/infra/local/openid/accounts"
import { type Person, roles } from "@/lib/kernel/actor"
import { callersOf } from "./callers"

const text = (path: string) => readFileSync(path, "utf8")

/** The compiler asks for a role's names in app/_words and infra/local/openid/words.ts; the rest is asked for here. */
describe.each(roles)("the role %s", (role) => {
  const person: Person = { kind: "person", id: role, name: role, roles: [role] }

  it("has a start page that is open to it", () => {
    const open = sectionsOf(person).map(({ href }) => href)
    expect(
      open,
      "homeOf in app/admin/_ui/shell/sections.ts leads to a section closed to this role",
    ).toContain(homeOf(person))
  })

  it("may call some verb", () => {
    const verbs = Object.entries(callersOf).filter(([, callers]) => callers.includes(role))
    expect(verbs, "no verb lets this role in: `by` of a verb and tests/architecture/callers.ts").not.toEqual(
      [],
    )
  })

  it("can sign in, locally and on AWS", () => {
    const accounts = demoAccounts.filter((account) => account.roles.includes(role)).map(({ id }) => id)
    expect(accounts, "no demo account in infra/local/openid/accounts.ts").not.toEqual([])
    expect(text("infra/auth.ts"), "no group for this role in infra/auth.ts").toContain(`"${role}"`)
    for (const account of accounts)
      expect(text("README.md"), "the demo account is missing in README.md").toContain(`\`${account}\``)
    expect(text("docs/deploy.md"), "the group is missing in docs/deploy.md").toContain(role)
  })
})
