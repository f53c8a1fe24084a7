import {
  buildClient,
  CommitmentPolicy,
  KmsKeyringNode,
  RawAesKeyringNode,
  RawAesWrappingSuiteIdentifier,
} from "@aws-crypto/client-node"
import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import type { TipId } from "@/lib/kernel/id"

export const contactDaysMax = 365
/** The sweeper comes a day earlier, so that no contact outlives its time because a sweep failed. */
const contactDaysKept = contactDaysMax - 1

/** When a contact left at `at` is erased: by the sweeper, and by the table itself should no sweeper come. */
export const contactTimes = (at: string) => {
  const days = (count: number) => Date.parse(at) + count * 86_400_000
  return {
    dueAt: new Date(days(contactDaysKept)).toISOString(),
    expiresAt: Math.floor(days(contactDaysMax) / 1000),
  }
}

export const isEmail = (contact: string) => z.email().safeParse(contact).success

const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT)

const keyring = () => {
  const [kind, key] = setting("CONTACT_KEYRING").split(/:(.*)/s)
  if (kind === "kms") return new KmsKeyringNode({ generatorKeyId: key ?? "" })
  return new RawAesKeyringNode({
    keyName: "contact",
    keyNamespace: "portal",
    unencryptedMasterKey: new Uint8Array(Buffer.from(key ?? "", "base64")),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  })
}

/** Encrypts a contact under a data key of its own, bound to its tip. */
export const encryptContact = async (tipId: TipId, contact: string) => {
  const { result } = await encrypt(keyring(), contact, { encryptionContext: { tipId } })
  return result.toString("base64")
}

/** @throws {Error} when it was not sealed for this tip */
export const decryptContact = async (tipId: TipId, sealed: string) => {
  const { plaintext, messageHeader } = await decrypt(keyring(), Buffer.from(sealed, "base64"))
  if (messageHeader.encryptionContext.tipId !== tipId) throw new Error("contact of another tip")
  return plaintext.toString("utf8")
}
