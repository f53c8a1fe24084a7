import { describe, expect, inject, it } from "vitest"
import { ofType, only } from "@/tests/support/infra/checks/find"

const graph = inject("trial")
const client = only(graph, "aws:cognito/userPoolClient:UserPoolClient").inputs
const pool = only(graph, "aws:cognito/userPool:UserPool").inputs

describe("staff", () => {
  it("are invited, never sign up, and always show a second factor", () => {
    expect(pool).toMatchObject({
      adminCreateUserConfig: { allowAdminCreateUserOnly: true },
      mfaConfiguration: "ON",
      softwareTokenMfaConfiguration: { enabled: true },
    })
  })

  it("have the roles of the product as groups", () => {
    const groups = ofType(graph, "aws:cognito/userGroup:UserGroup").map(({ inputs }) => inputs.name)
    expect(groups.toSorted()).toEqual([
      "administrator",
      "agency-officer",
      "auditor",
      "case-officer",
      "moderator",
      "publisher",
    ])
  })

  it("cannot move themselves to another agency", () => {
    expect(client.readAttributes).toContain("custom:authority")
    expect(client.writeAttributes).toEqual(["name"])
    expect(client.allowedOauthScopes).not.toContain("aws.cognito.signin.user.admin")
  })

  it("sign in by the code flow of a client with a secret, and return to the portal only", () => {
    expect(client).toMatchObject({
      generateSecret: true,
      allowedOauthFlows: ["code"],
      callbackUrls: [`${graph.outputs.siteUrl}/api/auth/callback/oidc`],
      logoutUrls: [`${graph.outputs.siteUrl}/admin/sign-in?ended=1`],
    })
  })
})
