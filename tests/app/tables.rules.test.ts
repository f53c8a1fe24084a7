import { globSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"

/** What the public reads; the console's one table has its caption by type. */
const files = globSync("app/{_document,[[]locale[]]}/**/*.tsx").filter((path) =>
  readFileSync(path, "utf8").includes("<table"),
)

it.each(files)("every table of %s says what it is", (path) => {
  const source = readFileSync(path, "utf8")
  const tables = source.match(/<table\b/g) ?? []
  expect(source.match(/<table\b[^>]*>\s*<caption\b/g) ?? []).toHaveLength(tables.length)
})

it("looks at more than one page", () => {
  expect(files.length).toBeGreaterThan(3)
})
