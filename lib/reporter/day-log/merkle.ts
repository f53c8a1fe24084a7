import { createHash } from "node:crypto"

/** A Merkle tree as RFC 6962 (section 2.1) builds it, over SHA-256. */
type Hash = Buffer

const hash = (...parts: readonly Uint8Array[]): Hash => {
  const made = createHash("sha256")
  for (const part of parts) made.update(part)
  return made.digest()
}

const leafMark = Buffer.of(0)
const nodeMark = Buffer.of(1)

export const leafHash = (leaf: Uint8Array): Hash => hash(leafMark, leaf)
const nodeHash = (left: Hash, right: Hash): Hash => hash(nodeMark, left, right)

/** The largest power of two smaller than `count`. */
const splitOf = (count: number): number => 2 ** Math.floor(Math.log2(count - 1))

/** The root over hashes of leaves. */
export const rootOf = (leaves: readonly Hash[]): Hash => {
  const [first] = leaves
  if (!first) return hash()
  if (leaves.length === 1) return first
  const split = splitOf(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

/** The hashes that lead from a leaf to the root, the leaf's neighbour first. */
export const pathOf = (leaves: readonly Hash[], index: number): Hash[] => {
  if (leaves.length <= 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - split), rootOf(left)]
}

export type Inclusion = {
  readonly index: number
  readonly size: number
  readonly path: readonly Hash[]
}

/** The root that a leaf and its path lead to; undefined where the path has not the length that the tree asks for. */
export const rootFrom = (leaf: Hash, { index, size, path }: Inclusion): Hash | undefined => {
  if (!Number.isInteger(index) || index < 0 || index >= size) return undefined
  if (size === 1) return path.length === 0 ? leaf : undefined
  const last = path.at(-1)
  if (!last) return undefined
  const split = splitOf(size)
  const rest = path.slice(0, -1)
  const below =
    index < split
      ? rootFrom(leaf, { index, size: split, path: rest })
      : rootFrom(leaf, { index: index - split, size: size - split, path: rest })
  if (!below) return undefined
  return index < split ? nodeHash(below, last) : nodeHash(last, below)
}
