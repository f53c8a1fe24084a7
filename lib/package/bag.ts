import { createHash } from "node:crypto"

/** What BagIt (RFC 8493) calls the two manifests; every member is in both. */
export const algorithms = ["sha256", "sha512"] as const
export type Digests = Readonly<Record<(typeof algorithms)[number], string>>
export type Listed = { readonly path: string; readonly sizeBytes: number; readonly digests: Digests }

export const bagDeclaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

export const digestsOf = (bytes: Uint8Array): Digests => ({
  sha256: createHash("sha256").update(bytes).digest("hex"),
  sha512: createHash("sha512").update(bytes).digest("hex"),
})

/** A path as a manifest writes it (RFC 8493, 2.1.3). */
export const writtenPath = (path: string): string =>
  path.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")

export const readPath = (written: string): string =>
  written.replaceAll(/%0D/gi, "\r").replaceAll(/%0A/gi, "\n").replaceAll("%25", "%")

export const manifestOf = (algorithm: keyof Digests, listed: readonly Listed[]): string =>
  listed.map(({ path, digests }) => `${digests[algorithm]}  ${writtenPath(path)}\n`).join("")

const nameBytesMax = 120
// What no file system, shell or unpacker may take for anything but a letter; a percent sign would be read as a code.
const unsafe = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}%/\\:*?"<>|`$'~&;!#]+/gu

/** A file name that means the same on every system: no path, no control or invisible character, no long one. */
export const safeName = (name: string): string => {
  const plain = name
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(unsafe, "_")
    .replaceAll(/\.{2,}/g, ".")
    .replaceAll(/^[._-]+|[._]+$/g, "")
  const [ending = ""] = /\.[A-Za-z0-9]{1,10}$/.exec(plain) ?? []
  let stem = plain.slice(0, plain.length - ending.length)
  while (Buffer.byteLength(stem + ending) > nameBytesMax) stem = [...stem].slice(0, -1).join("")
  return stem + ending || "file"
}
