import { createHash } from "node:crypto"
import { openPromise, type ZipFile } from "yauzl"
import { algorithms, readPath } from "@/lib/package"

const keptBytesMax = 64 * 1024 ** 2

type Found = { readonly digests: Readonly<Record<string, string>>; readonly bytes: Buffer }

/**
 * Holds a package against its own manifests, without the portal.
 * @returns what is wrong, in the order in which it was found; nothing where all is whole
 */
export const checkBag = async (path: string): Promise<{ faults: string[]; files: Map<string, Found> }> => {
  const faults: string[] = []
  const files = new Map<string, Found>()
  try {
    await readAll(await openPromise(path, { lazyEntries: true, autoClose: false }), files, faults)
  } catch (error) {
    faults.push(`cannot be read as a ZIP: ${error instanceof Error ? error.message : error}`)
  }
  if (!/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(textOf(files, "bagit.txt")))
    faults.push("bagit.txt: not a bag of version 1.0")
  for (const algorithm of algorithms) {
    faults.push(...held(files, algorithm, `manifest-${algorithm}.txt`, (name) => name.startsWith("data/")))
    faults.push(
      ...held(
        files,
        algorithm,
        `tagmanifest-${algorithm}.txt`,
        (name) => !name.startsWith("data/") && !name.startsWith("tagmanifest-"),
      ),
    )
  }
  return { faults, files }
}

const textOf = (files: ReadonlyMap<string, Found>, name: string) => (files.get(name)?.bytes ?? "").toString()

const readAll = async (zip: ZipFile, files: Map<string, Found>, faults: string[]) => {
  const folders = new Set<string>()
  try {
    for await (const entry of zip.eachEntry()) {
      const [folder = "", ...rest] = entry.fileName.split("/")
      const name = rest.join("/")
      folders.add(folder)
      if (files.has(name)) faults.push(`${name}: is there twice`)
      const hashes = algorithms.map((one) => [one, createHash(one)] as const)
      const isRead = !name.startsWith("data/") || name.endsWith(".jsonl")
      const isKept = isRead && entry.uncompressedSize <= keptBytesMax
      const chunks: Buffer[] = []
      try {
        for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
          for (const [, hash] of hashes) hash.update(chunk)
          if (isKept) chunks.push(chunk)
        }
      } catch (error) {
        faults.push(`${name}: ${error instanceof Error ? error.message : error}`)
      }
      const digests = Object.fromEntries(hashes.map(([one, hash]) => [one, hash.digest("hex")]))
      files.set(name, { digests, bytes: Buffer.concat(chunks) })
    }
  } finally {
    zip.close()
  }
  if (folders.size !== 1) faults.push("not one folder")
}

const held = (
  files: ReadonlyMap<string, Found>,
  algorithm: string,
  manifest: string,
  belongs: (name: string) => boolean,
): string[] => {
  if (!files.has(manifest)) return [`${manifest}: missing`]
  const listed = new Map<string, string>()
  const faults: string[] = []
  for (const line of textOf(files, manifest).split("\n").filter(Boolean)) {
    const [, digest = "", written = ""] = /^([0-9a-f]+) [ *](.+)$/.exec(line) ?? []
    if (!digest) faults.push(`${manifest}: has a line that is none`)
    else listed.set(readPath(written), digest)
  }
  for (const [name, digest] of listed) {
    const found = files.get(name)
    if (!found) faults.push(`${name}: missing`)
    else if (found.digests[algorithm] !== digest) faults.push(`${name}: changed (${algorithm})`)
  }
  for (const name of files.keys())
    if (belongs(name) && !listed.has(name)) faults.push(`${name}: in no ${manifest}`)
  return faults
}
