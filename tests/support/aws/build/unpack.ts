import { createWriteStream } from "node:fs"
import { mkdir, rm, symlink } from "node:fs/promises"
import path from "node:path"
import { text } from "node:stream/consumers"
import { pipeline } from "node:stream/promises"
import { type Entry, openPromise } from "yauzl"

/** The kind of a Unix file, in the upper half of a ZIP entry's attributes. */
const kindMask = 0o170_000
const symbolicLink = 0o120_000

const isLink = ({ externalFileAttributes }: Entry) =>
  ((externalFileAttributes >>> 16) & kindMask) === symbolicLink

/** Lays an archive out in a folder, which holds nothing else afterwards. Links stay links, as they do on Lambda. */
export const unpack = async (archive: string, folder: string): Promise<void> => {
  await rm(folder, { recursive: true, force: true })
  const zip = await openPromise(archive, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    const file = path.join(folder, entry.fileName)
    if (entry.fileName.endsWith("/")) continue
    await mkdir(path.dirname(file), { recursive: true })
    const content = await zip.openReadStreamPromise(entry)
    if (isLink(entry)) await symlink(await text(content), file)
    else await pipeline(content, createWriteStream(file))
  }
}
