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
const dayMs = 86_400_000

/** When the sweeper erases a contact that was left at `at`. */
export const contactDueAt = (at: string) => new Date(Date.parse(at) + contactDaysKept * dayMs).toISOString()

/** Whether nobody may look at a contact any more, though no sweeper came. */
export const isOverdue = ({ dueAt }: { readonly dueAt: string }, now: string) =>
  Date.parse(dueAt) + (contactDaysMax - contactDaysKept) * dayMs < Date.parse(now)

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
