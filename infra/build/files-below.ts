import { readdir } from "node:fs/promises"
import path from "node:path"

/** The paths of all files below a folder whose names match. */
export const filesBelow = async (folder: string, name: RegExp): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
}
