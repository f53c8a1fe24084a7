import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { z } from "zod"

const Lock = z.object({
  packages: z.record(z.string(), z.object({ license: z.string().optional(), link: z.boolean().optional() })),
})

const permissive = /^\(?(MIT|MIT-0|Apache-2\.0|ISC|0BSD|BSD-[23]-Clause|BlueOak-1\.0\.0|Zlib)\)?$/

/** Packages whose package.json names their licence in a form that npm does not record. */
const named: Readonly<Record<string, string>> = { busboy: "MIT", format: "MIT", streamsearch: "MIT" }

const nameOf = (path: string) => path.replace(/^.*node_modules\//, "")

const lock = Lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")))
const packages = Object.entries(lock.packages)
  .filter(([path, { link }]) => path.includes("node_modules/") && !link)
  .map(([path, { license }]) => ({ name: nameOf(path), licence: license ?? named[nameOf(path)] ?? "none" }))

const isPermissive = (licence: string) =>
  licence.split(/ OR /).some((choice) => choice.split(/ AND /).every((part) => permissive.test(part)))

const rows = readFileSync("docs/third-party-licences.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|")[1] ?? "")
const isListed = (name: string) =>
  [...rows.join().matchAll(/`([@a-z0-9/-]+)(\*?)`/g)].some(([, start = "", wild]) =>
    wild ? name.startsWith(start) : name === start,
  )

describe("the licences of packages", () => {
  it("are read from the lock file", () => {
    expect(packages.length).toBeGreaterThan(500)
  })

  it("are permissive, or stand in docs/third-party-licences.md", () => {
    const unlisted = packages.filter(({ name, licence }) => !isPermissive(licence) && !isListed(name))
    expect(unlisted).toEqual([])
  })
})
