import { setting } from "./config"
import { keyedHash, sameText } from "./crypto"
import { KeyId, newId, randomText } from "./id"

/** Whose programs a key lets in. The hash of one kind's key never passes for the other's. */
type Holder = "holder-key" | "agency-key"

const secretLength = 24

/** A new key: its id, what its holder is given (once), and what is kept. 120 random bits. */
export const newBearerKey = (of: Holder) => {
  const keyId = newId("key")
  const secret = randomText(secretLength)
  return { keyId, key: `${keyId}_${secret}`, secretHash: hashOf(of, keyId, secret) }
}

const shape = /^(key_[0-9a-z]{16})_([0-9a-z]{24})$/

export type KeyParts = { readonly keyId: KeyId; readonly secret: string }

/** The two parts of a key as it was sent; of what can be none, those of a key that nobody has. */
export const keyPartsOf = (text: string): KeyParts => {
  const [, keyId = "key_none", secret = ""] = shape.exec(text.trim()) ?? []
  return { keyId: KeyId.parse(keyId), secret }
}

/** Whether a key is the one of which this hash was kept; also where none was, in the same time. */
export const isRightKey = (of: Holder, { keyId, secret }: KeyParts, secretHash = ""): boolean =>
  sameText(hashOf(of, keyId, secret), secretHash)

const hashOf = (of: Holder, keyId: KeyId, secret: string) =>
  keyedHash(setting("RECEIPT_KEY"), of, keyId, secret)
