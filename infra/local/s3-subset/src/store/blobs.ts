import { randomBytes } from "node:crypto"
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs"
import { open, rm } from "node:fs/promises"
import { join } from "node:path"
import type { Readable } from "node:stream"

export type ByteRange = { readonly start: number; readonly end: number }

/** Immutable files under random names: an object's key never reaches the file system. */
export type Blobs = {
  write(chunks: AsyncIterable<Uint8Array>): Promise<string>
  read(name: string, range?: ByteRange): Readable
  remove(name: string): void
  /** Removes every file but these: what a killed process left. */
  removeAllBut(names: ReadonlySet<string>): void
}

const syncFolder = (folder: string) => {
  const handle = openSync(folder, "r")
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const writeTo = async (path: string, chunks: AsyncIterable<Uint8Array>) => {
  const file = await open(path, "wx")
  try {
    for await (const chunk of chunks) await file.writeFile(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Temporary file, fsync, rename, fsync of the folder: a name in `blobs/` always stands for a whole file. */
export const openBlobs = (dataDir: string): Blobs => {
  const incoming = join(dataDir, "incoming")
  const folder = join(dataDir, "blobs")
  rmSync(incoming, { recursive: true, force: true })
  mkdirSync(incoming, { recursive: true })
  mkdirSync(folder, { recursive: true })
  syncFolder(dataDir)

  return {
    write: async (chunks) => {
      const name = randomBytes(16).toString("hex")
      const path = join(incoming, name)
      try {
        await writeTo(path, chunks)
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      renameSync(path, join(folder, name))
      syncFolder(folder)
      return name
    },
    read: (name, range = { start: 0, end: Number.POSITIVE_INFINITY }) =>
      createReadStream("", { fd: openSync(join(folder, name), "r"), ...range }),
    remove: (name) => rmSync(join(folder, name), { force: true }),
    removeAllBut: (names) => {
      for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name))
    },
  }
}
