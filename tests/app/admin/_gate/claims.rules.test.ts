import { describe, expect, it } from "vitest"
import { personFromClaims, verifiedEmailIn } from "@/app/admin/_gate/claims"

describe("claims of the OpenID provider", () => {
  it.each([
    [
      "roles as a claim of their own",
      { sub: "a", name: "Mei", roles: ["moderator"] },
      ["moderator"],
      undefined,
    ],
    ["the groups of Cognito", { sub: "a", "cognito:groups": ["case-officer"] }, ["case-officer"], undefined],
    [
      "several roles, each once",
      { sub: "a", roles: ["auditor", "auditor", "publisher"] },
      ["auditor", "publisher"],
      undefined,
    ],
    [
      "roles the portal does not know",
      { sub: "a", roles: ["root", "Moderator", "visitor", "system"] },
      [],
      undefined,
    ],
    ["no role at all", { sub: "a" }, [], undefined],
    ["roles of the wrong type", { sub: "a", roles: "administrator" }, [], undefined],
    [
      "an officer's authority",
      { sub: "a", roles: ["agency-officer"], authority: "mps" },
      ["agency-officer"],
      "mps",
    ],
    [
      "the attribute of Cognito",
      { sub: "a", "cognito:groups": ["agency-officer"], "custom:authority": "miit" },
      ["agency-officer"],
      "miit",
    ],
    [
      "an authority of somebody who is no officer",
      { sub: "a", roles: ["moderator"], authority: "mps" },
      ["moderator"],
      undefined,
    ],
    [
      "an authority of the wrong type",
      { sub: "a", roles: ["agency-officer"], authority: 7 },
      ["agency-officer"],
      undefined,
    ],
  ])("are read: %s", (_, claims, roles, authorityId) => {
    const person = personFromClaims(claims)
    expect(person?.roles).toEqual(roles)
    expect(person?.authorityId).toBe(authorityId)
  })

  it.each([[null], [undefined], ["text"], [{}], [{ sub: "" }], [{ sub: 7, roles: ["moderator"] }]])(
    "name nobody without a subject: %j",
    (claims) => {
      expect(personFromClaims(claims)).toBeUndefined()
    },
  )

  it("fall back to the subject where they tell no name", () => {
    expect(personFromClaims({ sub: "a-1", name: "  " })?.name).toBe("a-1")
  })

  it("name a person in the language asked for, where they tell it, and keep a name that is still one of theirs", () => {
    const claims = { sub: "a-1", name: "Wang Mei", "name#zh-Hans-CN": "王梅", "name#fr": "Mei W." }
    expect(personFromClaims(claims, { locale: "zh" })?.name).toBe("王梅")
    expect(personFromClaims(claims, { locale: "en" })?.name).toBe("Wang Mei")
    expect(personFromClaims(claims, { known: "王梅" })?.name).toBe("王梅")
    expect(personFromClaims(claims, { known: "Li Mei" })?.name).toBe("Wang Mei")
    expect(personFromClaims({ ...claims, "name#zh-Hans-CN": " " }, { locale: "zh" })?.name).toBe("Wang Mei")
  })
})

describe("a person's address", () => {
  it.each([
    [{ email: "mei@office.example", email_verified: true }, "mei@office.example"],
    [{ email: "mei@office.example", email_verified: "true" }, "mei@office.example"],
    [{ email: "mei@office.example", email_verified: false }, undefined],
    [{ email: "mei@office.example", email_verified: "false" }, undefined],
    [{ email: "mei@office.example" }, undefined],
    [{ email: 7, email_verified: true }, undefined],
    [null, undefined],
  ])("is told by %j where the provider verified it", (claims, email) => {
    expect(verifiedEmailIn(claims)).toBe(email)
  })
})
