import { join, resolve } from "node:path"
import { z } from "zod"
import { auditKeyOf, keptSecrets, type Secrets, webhookKeyOf } from "./secrets"

export type Ports = {
  readonly site: number
  readonly dynamo: number
  readonly s3: number
  readonly openId: number
  readonly mail: number
}

export const portsFrom = (site: number): Ports => ({
  site,
  dynamo: site + 1,
  s3: site + 2,
  openId: site + 3,
  mail: site + 4,
})

type Addresses = {
  readonly dynamoUrl: string
  readonly s3Url: string
  readonly siteUrl: string
  readonly issuer: string
  readonly mailUrl: string
}

/**
 * The loopback address in figures where the SDK connects: for a host that is an IP address it uses path style by
 * itself. The name `localhost` where a browser goes, which treats it as a secure context.
 */
const addressesOf = (ports: Ports): Addresses => ({
  dynamoUrl: `http://127.0.0.1:${ports.dynamo}`,
  s3Url: `http://127.0.0.1:${ports.s3}`,
  siteUrl: `http://localhost:${ports.site}`,
  issuer: `http://localhost:${ports.openId}`,
  mailUrl: `smtp://127.0.0.1:${ports.mail}`,
})

export const region = "us-east-1"
export const accessKeyId = "local"

/** What Lambda and the site are given on AWS, with the addresses of the local servers. */
export const variablesOf = (addresses: Addresses, secrets: Secrets) => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secrets.awsSecretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: addresses.dynamoUrl,
  AWS_ENDPOINT_URL_DYNAMODB_STREAMS: addresses.dynamoUrl,
  AWS_ENDPOINT_URL_S3: addresses.s3Url,
  TABLE_NAME: "portal",
  LIMITS_TABLE_NAME: "portal-limits",
  EVIDENCE_BUCKET: "portal-evidence",
  SITE_URL: addresses.siteUrl,
  NEXTAUTH_URL: addresses.siteUrl,
  NEXTAUTH_SECRET: secrets.nextAuthSecret,
  OIDC_ISSUER: addresses.issuer,
  OIDC_CLIENT_ID: "portal",
  OIDC_CLIENT_SECRET: secrets.openIdClientSecret,
  RECEIPT_KEY: secrets.receiptKey,
  AUDIT_KEY: auditKeyOf(secrets),
  WEBHOOK_KEY: webhookKeyOf(secrets),
  STATEMENT_KEY: secrets.statementKey,
  CONTACT_KEYRING: `raw:${secrets.contactKey}`,
  MAIL: addresses.mailUrl,
  MAIL_FROM: "news@portal.example",
  // The site's own server writes it, from the connection.
  VIEWER_ADDRESS_HEADER: "x-forwarded-for",
})
type Variables = ReturnType<typeof variablesOf>

const Given = z.object({
  PORT: z.coerce.number().int().min(1).max(65_531).default(3000),
  DATA_DIR: z.string().min(1).default(".data"),
  AWS_ENDPOINT_URL_DYNAMODB: z.url().optional(),
  MAIL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
})

export type LocalEnvironment = {
  readonly ports: Ports
  readonly dataDir: string
  /** Where the embedded mail server puts what it is given. */
  readonly mailDir: string
  readonly secrets: Secrets
  readonly variables: Variables
  /** Set when somebody else's DynamoDB is to be used instead of the embedded one. */
  readonly foreignDynamoUrl?: string
}

export const dataDirIn = ({ DATA_DIR }: NodeJS.ProcessEnv): string => resolve(DATA_DIR || ".data")

/** @throws {Error} that says which variable is wrong */
export const localEnvironment = async (given: NodeJS.ProcessEnv): Promise<LocalEnvironment> => {
  const parsed = Given.safeParse(given)
  if (!parsed.success) throw new Error(`Environment is wrong:\n${z.prettifyError(parsed.error)}`)
  const { PORT, DATA_DIR, AWS_ENDPOINT_URL_DYNAMODB: foreignDynamoUrl, ...mail } = parsed.data
  const ports = portsFrom(PORT)
  const dataDir = resolve(DATA_DIR)
  const secrets = await keptSecrets(dataDir)
  const addresses = addressesOf(ports)
  const variables = {
    ...variablesOf({ ...addresses, dynamoUrl: foreignDynamoUrl ?? addresses.dynamoUrl }, secrets),
    ...mail,
  }
  return {
    ports,
    dataDir,
    mailDir: join(dataDir, "mail"),
    secrets,
    variables,
    foreignDynamoUrl,
  }
}

/** The environment of a child: ours over the caller's, without what would make the SDK look for another account. */
export const childEnvironment = (given: NodeJS.ProcessEnv, variables: Readonly<Record<string, string>>) => {
  const { AWS_PROFILE: _, AWS_SESSION_TOKEN: __, AWS_ENDPOINT_URL: ___, ...rest } = given
  return { ...rest, ...variables }
}
