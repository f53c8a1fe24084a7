import { setting } from "@/lib/kernel/config"
import { keyedHash, sameText } from "@/lib/kernel/crypto"

type Place = {
  readonly file: string
  readonly subject: string
  readonly version: number
  /** The hash of the event that made this version. */
  readonly hash: string
}

const sealOf = ({ file, subject, version, hash }: Place) =>
  keyedHash(setting("AUDIT_KEY"), "record-head", file, subject, String(version), hash)

/**
 * What a record carries as its head: the hash of its last event, and a seal under a key that is not in the table. Who
 * can write to the table alone can compute new hashes, but no seal for them.
 */
export const sealedHead = (place: Place): string => `${place.hash}.${sealOf(place)}`

/** The hash in a head, with or without a seal. */
export const hashIn = (head: string): string => head.split(".", 1)[0] ?? ""

export const isSealed = (head: string, place: Omit<Place, "hash">): boolean => {
  const [hash = "", seal = ""] = head.split(".")
  return sameText(seal, sealOf({ ...place, hash }))
}
