/** Values that no secret has. */
export const exampleSecrets = {
  NextAuthSecret: "next-auth-secret",
  ReceiptKey: "receipt-key",
  StatementKey: "statement-key",
  AuditKey: "audit-key",
  WebhookKey: "webhook-key",
  CanaryKey: "canary-key-of-the-evaluation",
}

/** Secrets as SST's command line hands them to the program. */
export const secretVariables = (secrets: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(secrets).map(([name, value]) => [`SST_SECRET_${name}`, value]))
