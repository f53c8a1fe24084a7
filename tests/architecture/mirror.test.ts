import { existsSync, readFileSync } from "node:fs"
import { basename, dirname } from "node:path"
import { describe, expect, it } from "vitest"
import { filesBelow, specifiersIn } from "./imports"

const files = filesBelow("tests").filter((path) => /\.(ts|tsx)$/.test(path) && existsSync(path))
const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const inOneOf =
  (...folders: readonly string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(`tests/${folder}/`))

describe("the folder of tests", () => {
  it("mirrors the tree: a test lies where what it tests lies", () => {
    const ofTheWhole = inOneOf("architecture", "aws", "e2e", "fuzz", "surge")
    const lost = files
      .filter((path) => isTest(path) && !ofTheWhole(path))
      .filter((path) => !existsSync(dirname(path).slice("tests/".length)))
    expect(lost).toEqual([])
  })

  it("holds support for tests in tests/support alone", () => {
    const strays = files.filter((path) => !isTest(path) && !inOneOf("architecture", "bench", "support")(path))
    expect(strays).toEqual([])
  })

  it("names support by @/tests/support", () => {
    const climbing = files
      .filter((path) => !inOneOf("architecture", "support")(path))
      .flatMap((path) => specifiersIn(path).map((specifier) => ({ path, specifier })))
      .filter(({ specifier }) => /^\.\.?\//.test(specifier))
      // The benches stand side by side in one folder.
      .filter(({ path, specifier }) => !(inOneOf("bench")(path) && specifier === `./${basename(specifier)}`))
    expect(climbing).toEqual([])
  })

  it("is where the documents say", () => {
    const documents = filesBelow("docs", "README.md").filter((path) => path.endsWith(".md"))
    const missing = documents.flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/`((?:infra\/local\/s3-subset\/)?tests\/[^`\s*]+)`/g)]
        .map(([, named = ""]) => ({ path, named }))
        .filter(({ named }) => !existsSync(named)),
    )
    expect(missing).toEqual([])
  })
})
