import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from "jose"
import { z } from "zod"
import { canonical, sha256 } from "@/lib/kernel/crypto"
import { leafHash, rootFrom } from "./merkle"

const Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** What of a report is in the log of the day on which it came: what its receipt's statement says, and no more. */
export type Leaf = { readonly number: string; readonly receivedAt: string; readonly contentHash: string }

export const hashOfLeaf = ({ number, receivedAt, contentHash }: Leaf): Buffer =>
  leafHash(Buffer.from(canonical({ contentHash, number, receivedAt })))

const Tree = z.object({
  size: z.int().min(0),
  /** In hexadecimal. */
  root: Hex,
})

/** What the portal says, and signs, of all reports that came on one day in Beijing, and of what its staff did. */
export const DayHead = z.object({
  iss: z.string(),
  day: z.iso.date(),
  /** How many reports came. */
  size: z.int().min(0),
  /** Of the Merkle tree over them, in hexadecimal. */
  root: Hex,
  /** SHA-256 of the signed head of the day before; absent of the first. */
  previous: Hex.optional(),
  /** The Merkle tree over the audit events of the staff; absent of days that were closed before it was kept. */
  acts: Tree.optional(),
})
export type DayHead = z.infer<typeof DayHead>

/** The leaf of an audit event, by its own hash. */
export const hashOfAct = (hash: string): Buffer => leafHash(Buffer.from(hash, "hex"))

/** How the head of the next day names this one. */
export const nameOfHead = (signed: string): string => sha256(signed)

/** That a report is in the log of its day. */
export const Proof = z.object({
  index: z.int().min(0),
  path: z.array(Hex).max(64),
  /** The signed head of the day. */
  head: z.string().max(5_000),
})
export type Proof = z.infer<typeof Proof>

export const dayHeadType = "day-head+jws"

type Tree = z.infer<typeof Tree>

/**
 * Holds an audit event of the staff against the log of its day.
 * @param hash the event's own
 * @returns what the head of the day says; undefined where it is not genuine or the event is not in its tree
 */
export const verifyAct = (hash: string, proof: Proof, keys: JSONWebKeySet): Promise<DayHead | undefined> =>
  headOver(hashOfAct(hash), proof, keys, ({ acts }) => acts)

/** What a signed head says; undefined where no key of these signed it as one. */
const readHead = async (signed: string, keys: JSONWebKeySet): Promise<DayHead | undefined> => {
  try {
    const { payload, protectedHeader } = await compactVerify(signed, createLocalJWKSet(keys), {
      algorithms: ["EdDSA"],
    })
    if (protectedHeader.typ !== dayHeadType) return undefined
    return DayHead.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch {
    return undefined
  }
}

/**
 * Holds a report against the log of its day.
 * @returns what the head of the day says; undefined where the head is not genuine or the report is not in its tree
 */
export const verifyProof = (leaf: Leaf, proof: Proof, keys: JSONWebKeySet): Promise<DayHead | undefined> =>
  headOver(hashOfLeaf(leaf), proof, keys, (head) => head)

/** The head of a day in one of whose trees a leaf stands. */
const headOver = async (
  leaf: Buffer,
  { index, path, head: signed }: Proof,
  keys: JSONWebKeySet,
  treeIn: (head: DayHead) => Tree | undefined,
): Promise<DayHead | undefined> => {
  const head = await readHead(signed, keys)
  const tree = head && treeIn(head)
  if (!tree) return undefined
  const hashes = path.map((one) => Buffer.from(one, "hex"))
  const root = rootFrom(leaf, { index, size: tree.size, path: hashes })
  return root?.toString("hex") === tree.root ? head : undefined
}
