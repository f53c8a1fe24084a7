import { z } from "zod"

type ScannerNamed =
  | { readonly kind: "none" | "guardduty" }
  | {
      readonly kind: "clamd"
      readonly address: { readonly path: string } | { readonly host: string; readonly port: number }
    }

const scannerNamed = (text: string): ScannerNamed => {
  const [, path, host, port] = /^clamd:(?:(\/.+)|(.+):(\d+))$/.exec(text) ?? []
  if (path) return { kind: "clamd", address: { path } }
  if (host) return { kind: "clamd", address: { host, port: Number(port) } }
  return { kind: text === "guardduty" ? "guardduty" : "none" }
}

/** Everything the portal is told by its environment; the same names on AWS and on a desk. */
const Config = z.object({
  SITE_URL: z.url(),
  TABLE_NAME: z.string().min(1),
  LIMITS_TABLE_NAME: z.string().min(1),
  EVIDENCE_BUCKET: z.string().min(1),
  /** 32 bytes, base64: keys the hashes of receipt codes, idempotency keys and origins, and signs challenges. */
  RECEIPT_KEY: z.base64().transform((text) => Buffer.from(text, "base64")),
  /** 32 bytes, base64: seals the heads of records, so that nobody who has the table alone can write history anew. */
  AUDIT_KEY: z.base64().transform((text) => Buffer.from(text, "base64")),
  /** 32 bytes, base64: of it the secrets are made under which webhooks are signed. */
  WEBHOOK_KEY: z.base64().transform((text) => Buffer.from(text, "base64")),
  /** Whether webhooks may go to receivers on this machine, without TLS too: for trying, and for tests. */
  WEBHOOK_LOOPBACK: z.enum(["allow", "refuse"]).default("refuse"),
  /** Ed25519 private JWK with `kid`: signs what was received and when. */
  STATEMENT_KEY: z.string().min(1),
  /** `raw:<base64 of 32 bytes>` on a desk, `kms:<key arn>` on AWS. */
  CONTACT_KEYRING: z.string().regex(/^(raw|kms):.+/),
  /** Marks the reports of the portal's own canary; without it there is none. */
  CANARY_KEY: z.string().min(16).optional(),
  /** What looks for harmful code: `none`, `guardduty`, `clamd:<host>:<port>` or `clamd:<path of a socket>`. */
  SCANNER: z
    .string()
    .regex(/^(none|guardduty|clamd:(\/.+|.+:\d{1,5}))$/)
    .default("none")
    .transform(scannerNamed),
  /** Where evidence packages are stamped (RFC 3161); empty where no authority does. */
  TIMESTAMP_AUTHORITY: z.union([z.url(), z.literal("")]).default(""),
  /** The certificates, in PEM, at one of which its chain must end. */
  TIMESTAMP_ROOTS: z.string().default(""),
  /** How mail leaves: `none`, `ses`, or the URL of an SMTP server. */
  MAIL: z
    .string()
    .regex(/^(none|ses|smtps?:\/\/.+)$/)
    .default("none"),
  /** The sender of every mail. */
  MAIL_FROM: z.string().min(3),
  /** Where people write who have a question that is no report; empty where nobody reads such mail. */
  CONTACT_EMAIL: z.union([z.email(), z.literal("")]).default(""),
  CONTACT_PHONE: z.string().max(60).default(""),
  /** The registration numbers of the portal, as the law wants them at the foot of each page. */
  SITE_REGISTRATION: z.string().max(200).default(""),
  /** The header in which whatever stands in front of the site tells the visitor's address. */
  VIEWER_ADDRESS_HEADER: z.string().regex(/^[a-z][a-z-]+$/),
  /** Where the stores keep their data, if on a disk that can be full, and what is to stay free on it. */
  STORAGE_PATH: z.string().min(1).optional(),
  STORAGE_RESERVE_MB: z.coerce.number().int().min(0).optional(),
  /** How long the pipeline may be silent before the portal counts as not ready; absent where nobody listens for it. */
  PIPELINE_SILENT_SECONDS_MAX: z.coerce.number().int().min(1).optional(),
  /** What the portal is made for; beyond it, reporters are asked for more. */
  REPORTS_PER_MINUTE_NORMAL: z.coerce.number().int().min(1).default(300),
})
export type Config = z.infer<typeof Config>

/** What was read of the environment, by the text that stood there. */
const read = new Map<keyof Config, { readonly text: string | undefined; readonly value: unknown }>()

/**
 * One setting, checked when it is needed, so that a function on AWS is given only what it uses.
 * @throws {Error} naming the variable, never its value
 */
export const setting = <Name extends keyof Config>(name: Name): Config[Name] => {
  const text = process.env[name]
  const known = read.get(name)
  if (known && known.text === text) return known.value as Config[Name]
  const parsed = Config.shape[name].safeParse(text)
  if (!parsed.success) throw new Error(`Environment variable ${name} is missing or malformed`)
  read.set(name, { text, value: parsed.data })
  return parsed.data as Config[Name]
}
