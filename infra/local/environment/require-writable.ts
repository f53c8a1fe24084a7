import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk is mounted read-only",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "there is a file of that name",
}

/** @throws {Error} that says why nothing can be kept in the folder, and what to do */
export const requireWritable = (dataDir: string): void => {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const probe = join(dataDir, `probe-${process.pid}`)
    writeFileSync(probe, "x")
    rmSync(probe)
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : ""
    throw new Error(
      `The portal cannot keep data in ${dataDir}: ${reasons[code] ?? code}.\nMake room or give this user the right to write there, or set DATA_DIR to another folder.`,
    )
  }
}
