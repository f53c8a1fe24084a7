import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

const root = fileURLToPath(new URL("../..", import.meta.url))
const source = join(root, "src")

/** Each folder imports only those before it; the files of `src` itself may import all. */
const folders = ["protocol", "store", "signature", "body", "http", "object", "operations", "."]

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name))

const importsOf = (path: string) =>
  [...readFileSync(path, "utf8").matchAll(/^(?:import|export|\}) .*?from "([^"]+)"$/gm)].map(
    ([, specifier = ""]) => specifier,
  )

const rankOf = (path: string) => folders.indexOf(dirname(relative(source, path)))

it("each folder imports only those before it", () => {
  const wrong = files(source).flatMap((path) =>
    importsOf(path)
      .filter((specifier) => specifier.startsWith("."))
      .map((specifier) => resolve(dirname(path), specifier))
      .filter((imported) => rankOf(imported) > rankOf(path) || rankOf(imported) < 0)
      .map((imported) => `${relative(source, path)} imports ${relative(source, imported)}`),
  )
  expect(wrong).toEqual([])
})

it("nothing of the package imports the portal", () => {
  const outside = [...files(source), ...files(join(root, "tests"))].flatMap((path) =>
    importsOf(path)
      .filter((specifier) =>
        specifier.startsWith(".")
          ? relative(root, resolve(dirname(path), specifier)).startsWith("..")
          : specifier.startsWith("@/"),
      )
      .map((specifier) => `${relative(root, path)} imports ${specifier}`),
  )
  expect(outside).toEqual([])
})
