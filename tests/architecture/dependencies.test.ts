import { readFileSync } from "node:fs"
import { isBuiltin } from "node:module"
import { describe, expect, it } from "vitest"
import { filesBelow, sources, specifiersIn } from "./imports"

type Manifest = Partial<Record<(typeof kinds)[number], Readonly<Record<string, string>>>>

const kinds = ["dependencies", "devDependencies", "optionalDependencies"] as const
const manifestOf = (path: string): Manifest => JSON.parse(readFileSync(path, "utf8"))
const { dependencies = {}, devDependencies = {} } = manifestOf("package.json")

/** `@scope/name/path` and `name/path` without the path. */
const packageOf = (specifier: string) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/")
const isPackage = (specifier: string) => !/^(@\/|\.)/.test(specifier) && !isBuiltin(specifier)

const imports = sources.flatMap((path) =>
  specifiersIn(path)
    .filter(isPackage)
    .map((specifier) => ({ path, name: packageOf(specifier) })),
)

/** What runs on AWS: the site and the functions. Their types come from `@types`, which `tsc` holds. */
const inProduction = imports.filter(({ path }) => /^(app|lib)\/|^proxy\.ts$/.test(path))

describe("dependencies", () => {
  it("hold every package that the site or a function imports", () => {
    const missing = inProduction
      .filter(({ name }) => !(name in dependencies) && !(`@types/${name}` in devDependencies))
      .map(({ path, name }) => `${path} imports ${name}: move it from devDependencies to dependencies`)
    expect(missing).toEqual([])
  })

  it("hold nothing that only the build, npm start or a test needs", () => {
    const names = new Set(inProduction.map(({ name }) => name))
    // A file of it is read by its path.
    names.add("@expo-google-fonts/noto-sans-sc")
    const idle = Object.keys(dependencies).filter((name) => !names.has(name))
    expect(idle, "these belong to devDependencies").toEqual([])
  })

  it("are exact versions: each upgrade is a commit", () => {
    const loose = filesBelow("package.json", "infra/local/*/package.json").flatMap((path) =>
      kinds.flatMap((kind) =>
        Object.entries(manifestOf(path)[kind] ?? {})
          .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
          .map(([name, version]) => `${path}: ${name} ${version}`),
      ),
    )
    expect(loose).toEqual([])
  })

  it("that a thread of its own loads are installed beside the function, in these versions", () => {
    const lists = readFileSync("infra/pipeline.ts", "utf8").matchAll(/install: \[([^\]]*)\]/g)
    const installed = [...lists].flatMap(([, list = ""]) =>
      [...list.matchAll(/"(.+?)"/g)].map(([, name = ""]) => name),
    )
    expect(installed.filter((name) => !(name in dependencies))).toEqual([])
    const threads = imports.filter(({ path }) => /^lib\/.*\.mjs$/.test(path)).map(({ name }) => name)
    expect(threads.filter((name) => !installed.includes(name))).toEqual([])
    expect(threads).not.toEqual([])
  })
})

describe("the lock file", () => {
  it("names no address that packages were loaded from, which may be of one's own network", () => {
    const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
      packages: Readonly<Record<string, { readonly resolved?: string }>>
    }
    const addresses = Object.entries(packages).filter(([, { resolved = "" }]) => /^https?:/.test(resolved))
    expect(addresses.map(([name]) => name)).toEqual([])
  })
})
