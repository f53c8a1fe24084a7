import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, expect, it } from "vitest"
import { minifyPackages } from "@/infra/build/minify-packages"
import { shareChunks } from "@/infra/build/share-chunks"

const folder = mkdtempSync(join(tmpdir(), "chunks-"))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const chunk = `module.exports=[1,()=>{},${"2,()=>{},".repeat(50)}]`

it("leads every equal chunk to one that stays, also from a folder below, whatever map each names", async () => {
  mkdirSync(join(folder, "ssr"), { recursive: true })
  const names = ["[root]_a._.js", "b.js", "ssr/c.js"]
  for (const name of names) writeFileSync(join(folder, name), `${chunk}\n\n//# sourceMappingURL=${name}.map`)
  writeFileSync(join(folder, "other.js"), "module.exports=[3]")
  const saved = await shareChunks(folder)
  expect(saved).toBeGreaterThan(chunk.length)
  const require = createRequire(join(folder, "entry.js"))
  const [first, ...others] = names.map((name) => require(join(folder, name)))
  expect(first).toHaveLength(102)
  for (const other of others) expect(other).toBe(first)
  expect(require(join(folder, "other.js"))).toEqual([3])
  expect(readFileSync(join(folder, "b.js"), "utf8")).not.toContain("sourceMappingURL")
})

it("keeps what packages export, and leaves alone what it cannot read", async () => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, "package.json"), '{\n  "name": "a"\n}\n')
  writeFileSync(
    join(folder, "a.cjs"),
    "/* long */\nconst answer = 40 + 2\nexports.answer = answer\nthis.also = answer\n",
  )
  writeFileSync(join(folder, "broken.js"), "module.exports = {{\n")
  expect(await minifyPackages(folder)).toBeGreaterThan(0)
  expect(createRequire(join(folder, "entry.js"))("./a.cjs")).toEqual({ answer: 42, also: 42 })
  expect(readFileSync(join(folder, "package.json"), "utf8")).toBe('{"name":"a"}')
  expect(readFileSync(join(folder, "broken.js"), "utf8")).toBe("module.exports = {{\n")
})
