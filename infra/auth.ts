/// <reference path="../.sst/platform/config.d.ts" />
import { siteUrl } from "./address"
import { production } from "./defaults"

const roles = ["moderator", "case-officer", "agency-officer", "publisher", "auditor", "administrator"]

const { accountId } = aws.getCallerIdentityOutput()

const pool = new sst.aws.CognitoUserPool("Staff", {
  usernames: ["email"],
  mfa: "on",
  softwareToken: true,
  domain: { prefix: $interpolate`${$app.name}-${$app.stage}-${accountId}` },
  transform: {
    userPool: {
      adminCreateUserConfig: { allowAdminCreateUserOnly: true },
      accountRecoverySetting: { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] },
      passwordPolicy: { minimumLength: 14, temporaryPasswordValidityDays: 3 },
      deletionProtection: production ? "ACTIVE" : "INACTIVE",
      // The agency of an agency officer. Only an administrator of the pool writes it (see the client below).
      schemas: [
        {
          name: "authority",
          attributeDataType: "String",
          mutable: true,
          stringAttributeConstraints: { minLength: "1", maxLength: "64" },
        },
      ],
    },
  },
})

const client = pool.addClient("Portal", {
  callbackUrls: [$interpolate`${siteUrl}/api/auth/callback/oidc`],
  transform: {
    client: {
      generateSecret: true,
      allowedOauthFlows: ["code"],
      allowedOauthScopes: ["openid", "email", "profile"],
      logoutUrls: [$interpolate`${siteUrl}/admin/sign-in?ended=1`],
      explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
      readAttributes: ["email", "email_verified", "name", "custom:authority"],
      // Unset, it is every attribute: whoever signs in could move to another agency.
      writeAttributes: ["name"],
      preventUserExistenceErrors: "ENABLED",
      enableTokenRevocation: true,
    },
  },
})

for (const role of roles) new aws.cognito.UserGroup(`Group-${role}`, { name: role, userPoolId: pool.id })

export const userPoolId = pool.id

export const openId = {
  /** Where people sign in: on another host than the issuer's. */
  signInUrl: pool.domainUrl ?? "",
  issuer: $interpolate`https://cognito-idp.${aws.getRegionOutput().region}.amazonaws.com/${pool.id}`,
  clientId: client.id,
  clientSecret: client.secret,
}
