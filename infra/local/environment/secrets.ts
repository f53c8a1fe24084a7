import { generateKeyPairSync, hkdfSync, randomBytes, randomUUID } from "node:crypto"
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs"
import { join } from "node:path"
import { calculateJwkThumbprint, type JWK } from "jose"
import { z } from "zod"
import { readIfThere } from "./read-if-there"

const Secrets = z.object({
  awsSecretAccessKey: z.string().min(32),
  nextAuthSecret: z.string().min(32),
  openIdClientSecret: z.string().min(32),
  /** 32 bytes, base64. */
  receiptKey: z.base64(),
  /** 32 bytes, base64. */
  contactKey: z.base64(),
  /** JSON of an Ed25519 private JWK with `kid`. */
  statementKey: z.string(),
  /** What the OpenID provider signs its cookies and tokens with: they outlive a restart. */
  openIdCookieKey: z.string().min(32),
  openIdSigningKey: z.record(z.string(), z.unknown()),
})
export type Secrets = z.infer<typeof Secrets>

const text = () => randomBytes(32).toString("hex")
const key = () => randomBytes(32).toString("base64")

/** Made of another, so that folders of earlier versions have it too. On AWS it is a secret of its own. */
export const auditKeyOf = ({ receiptKey }: Pick<Secrets, "receiptKey">): string =>
  Buffer.from(hkdfSync("sha256", Buffer.from(receiptKey, "base64"), "", "audit-key", 32)).toString("base64")

/** Likewise. */
export const webhookKeyOf = ({ receiptKey }: Pick<Secrets, "receiptKey">): string =>
  Buffer.from(hkdfSync("sha256", Buffer.from(receiptKey, "base64"), "", "webhook-key", 32)).toString("base64")

const withId = async (jwk: JWK, alg: string) => ({
  ...jwk,
  alg,
  use: "sig",
  kid: await calculateJwkThumbprint(jwk),
})

export const newSecrets = async (): Promise<Secrets> => {
  const statement = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" })
  const signing = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" })
  return {
    awsSecretAccessKey: text(),
    nextAuthSecret: text(),
    openIdClientSecret: text(),
    receiptKey: key(),
    contactKey: key(),
    statementKey: JSON.stringify(await withId(statement, "EdDSA")),
    openIdCookieKey: text(),
    openIdSigningKey: await withId(signing, "RS256"),
  }
}

/** @throws {Error} that says what to do with a file that is no longer, or not yet, one of this version's */
const readSecrets = (path: string, text: string): Secrets => {
  try {
    return Secrets.parse(JSON.parse(text))
  } catch (error) {
    const lacking =
      error instanceof z.ZodError
        ? `it lacks ${error.issues.map((issue) => issue.path.join(".")).join(", ")}`
        : "it is not JSON"
    throw new Error(
      `${path} is not what this version of the portal can read: ${lacking}.\nThe folder is of another version, or damaged. Use that version, restore the file from a copy, or set DATA_DIR to another folder.`,
    )
  }
}

/**
 * The secrets of one data directory, made on first use: whole on disk before anything is encrypted with them, and
 * never replaced, since what they sealed could not be opened again.
 */
export const keptSecrets = async (dataDir: string): Promise<Secrets> => {
  const path = join(dataDir, "secrets.json")
  const kept = readIfThere(path)
  if (kept !== undefined) return readSecrets(path, kept)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}`
  const file = openSync(draft, "wx", 0o600)
  try {
    writeSync(file, JSON.stringify(await newSecrets(), null, 2))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
  } finally {
    rmSync(draft)
  }
  return readSecrets(path, readFileSync(path, "utf8"))
}
