import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from "jose"
import { z } from "zod"
import { EvidenceId } from "@/lib/kernel/id"

/** What the portal says, and signs, about one tip: which content and files it has, and since when. */
export const Statement = z.object({
  iss: z.string(),
  number: z.string(),
  receivedAt: z.iso.datetime(),
  /** Of a statement made later, which names the files sealed until then. */
  issuedAt: z.iso.datetime().optional(),
  contentHash: z.string(),
  files: z.array(
    z.object({
      evidenceId: EvidenceId,
      sha256: z.string().optional(),
      sizeBytes: z.int().optional(),
      /** Since when the portal keeps the file unchanged; absent where it was only announced. */
      sealedAt: z.iso.datetime().optional(),
    }),
  ),
})
export type Statement = z.infer<typeof Statement>

export type Verification =
  | { readonly isGenuine: true; readonly statement: Statement }
  | { readonly isGenuine: false }

/**
 * Whether a statement was signed by one of the keys, and what it says. White space from a copy does not matter.
 * Anything else is not genuine; it is no error.
 */
export const readStatement = async (text: string, keys: JSONWebKeySet): Promise<Verification> => {
  try {
    const { payload } = await compactVerify(text.replaceAll(/\s+/g, ""), createLocalJWKSet(keys), {
      algorithms: ["EdDSA"],
    })
    return { isGenuine: true, statement: Statement.parse(JSON.parse(new TextDecoder().decode(payload))) }
  } catch {
    return { isGenuine: false }
  }
}
