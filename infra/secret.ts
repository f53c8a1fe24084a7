/// <reference path="../.sst/platform/config.d.ts" />
import { production } from "./defaults"

export const nextAuthSecret = new sst.Secret("NextAuthSecret")
export const receiptKey = new sst.Secret("ReceiptKey")
export const statementKey = new sst.Secret("StatementKey")
export const auditKey = new sst.Secret("AuditKey")
/** Of it the secrets are made under which webhooks are signed. */
export const webhookKey = new sst.Secret("WebhookKey")
/** By which the site knows the portal's own canary. */
export const canaryKey = new sst.Secret("CanaryKey")

/** Wraps the data keys under which reporters' contact details stand in the table. */
export const contactKey = new aws.kms.Key(
  "ContactKey",
  {
    description: `Contact details of reporters, ${$app.name} ${$app.stage}`,
    enableKeyRotation: true,
    deletionWindowInDays: production ? 30 : 7,
  },
  { retainOnDelete: production },
)
