import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import type { TipId } from "@/lib/kernel/id"

const dayMs = 86_400_000

/**
 * When the sweeper erases a contact that was left at `at`: a day before its time is over, so that none outlives it
 * because a sweep failed.
 * @param days how long it may be kept (lib/settings)
 */
export const contactDueAt = (at: string, days: number) =>
  new Date(Date.parse(at) + (days - 1) * dayMs).toISOString()

/** Whether nobody may look at a contact any more, though no sweeper came. */
export const isOverdue = ({ dueAt }: { readonly dueAt: string }, now: string) =>
  Date.parse(dueAt) + dayMs < Date.parse(now)

export const isEmail = (contact: string) => z.email().safeParse(contact).success

/** Loaded with the first contact: a page of the form would wait for it, and needs none. */
const encryption = async () => {
  const library = await import("@aws-crypto/client-node")
  const { CommitmentPolicy, KmsKeyringNode, RawAesKeyringNode, RawAesWrappingSuiteIdentifier } = library
  const [kind, key = ""] = setting("CONTACT_KEYRING").split(/:(.*)/s)
  const keyring =
    kind === "kms"
      ? new KmsKeyringNode({ generatorKeyId: key })
      : new RawAesKeyringNode({
          keyName: "contact",
          keyNamespace: "portal",
          unencryptedMasterKey: new Uint8Array(Buffer.from(key, "base64")),
          wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
        })
  return { ...library.buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT), keyring }
}

/** Encrypts a contact under a data key of its own, bound to its tip. */
export const encryptContact = async (tipId: TipId, contact: string) => {
  const { encrypt, keyring } = await encryption()
  const { result } = await encrypt(keyring, contact, { encryptionContext: { tipId } })
  return result.toString("base64")
}

/** @throws {Error} when it was not sealed for this tip */
export const decryptContact = async (tipId: TipId, sealed: string) => {
  const { decrypt, keyring } = await encryption()
  const { plaintext, messageHeader } = await decrypt(keyring, Buffer.from(sealed, "base64"))
  if (messageHeader.encryptionContext.tipId !== tipId) throw new Error("contact of another tip")
  return plaintext.toString("utf8")
}
