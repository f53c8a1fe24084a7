import { readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { filesBelow } from "./files-below"

/** Names a file that is not packed. */
const mapLine = /\n\/\/# sourceMappingURL=\S*\s*$/

/** A module that is another one. */
const asOther = (from: string, to: string) => {
  const relative = path.relative(path.dirname(from), to).replaceAll(path.sep, "/")
  return `module.exports=require(${JSON.stringify(relative.startsWith(".") ? relative : `./${relative}`)})\n`
}

/**
 * Turbopack writes a chunk again for each entry that begins with it. Of equal chunks one stays, and the others lead to
 * it: a chunk is a module that exports its own modules, and Node reads it once.
 * @returns the bytes that were saved
 */
export const shareChunks = async (folder: string): Promise<number> => {
  const first = new Map<string, string>()
  let saved = 0
  for (const file of await filesBelow(folder, /\.js$/)) {
    const built = await readFile(file, "utf8")
    const text = built.replace(mapLine, "")
    const other = first.get(text)
    const link = other === undefined ? text : asOther(file, other)
    if (other === undefined) first.set(text, file)
    const short = link.length < text.length ? link : text
    if (short === built) continue
    await writeFile(file, short)
    saved += Buffer.byteLength(built) - Buffer.byteLength(short)
  }
  return saved
}
