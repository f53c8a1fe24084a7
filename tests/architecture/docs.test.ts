import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { filesBelow } from "./imports"

const files = filesBelow()
const folders = files.flatMap((path) => path.split("/").map((_, at, steps) => steps.slice(0, at).join("/")))
const known = new Set([...files, ...folders])
const documents = files.filter((path) => path === "README.md" || /^docs\/.*\.md$/.test(path))

/** Decisions tell of the tree as it was when they were made. */
const current = documents.filter((path) => !path.startsWith("docs/decisions/0"))

describe("the documents", () => {
  it.each(current)("%s names only files and folders that exist", (path) => {
    const named = [...readFileSync(path, "utf8").matchAll(/`((?:app|lib|infra|tests|docs)\/[^`\s<*{]*)`/g)]
    const gone = named.map(([, name = ""]) => name.replace(/\/$/, "")).filter((name) => !known.has(name))
    expect(gone).toEqual([])
  })

  it.each(documents)("%s links only to files and folders that exist", (path) => {
    const links = [...readFileSync(path, "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
    const broken = links
      .map(([, link = ""]) => join(dirname(path), link))
      .filter((target) => !known.has(target.replace(/\/$/, "")))
    expect(broken).toEqual([])
  })
})
