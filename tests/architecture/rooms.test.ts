import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { resolved, sources, specifiersIn } from "./imports"
import { refusalOf, roomOf } from "./rooms"

const linesMax = 250
const house = sources.filter(
  (path) => /^(app|lib|infra)\//.test(path) && !path.startsWith("infra/local/s3-subset/"),
)
const arrows = house.flatMap((path) =>
  specifiersIn(path).map((specifier) => ({ path, specifier, imported: resolved(path, specifier) })),
)

describe("the rooms", () => {
  it("import only the rooms that stand above them in rooms.ts, through their index", () => {
    const refused = arrows.flatMap(({ path, imported }) => {
      const why = refusalOf(path, imported)
      return why ? [`${path} imports ${imported}: ${why}`] : []
    })
    expect(refused).toEqual([])
  })

  it("all stand in rooms.ts", () => {
    const homeless = house.filter((path) => /^(app|lib)\//.test(path) && roomOf(path) === undefined)
    expect(homeless).toEqual([])
  })

  it("import the own folder by ./ and everything else by @/", () => {
    const climbing = arrows.filter(
      ({ path, specifier }) => specifier.startsWith("../") && !/^infra\/[^/]+\.ts$/.test(path),
    )
    expect(climbing).toEqual([])
  })

  it("have no more than 20 files in a folder of lib", () => {
    const folders = Map.groupBy(
      house.filter((path) => path.startsWith("lib/")),
      (path) => path.slice(0, path.lastIndexOf("/")),
    )
    const crowded = [...folders]
      .filter(([, files]) => files.length > 20)
      .map(([folder, { length }]) => [folder, length])
    expect(crowded).toEqual([])
  })
})

describe("the house", () => {
  it(`has no file of more than ${linesMax} lines`, () => {
    const long = sources.map((path) => [path, readFileSync(path, "utf8").split("\n").length] as const)
    expect(long.filter(([, lines]) => lines > linesMax)).toEqual([])
  })

  it("has kebab-case file names and no room for odds and ends", () => {
    const odd = sources.filter(
      (path) =>
        !/^([a-z0-9@._-]+\/)*[a-z0-9._-]+$/.test(path.replaceAll(/\[[a-zA-Z.]+\]|\([a-z-]+\)/g, "param")) ||
        /\/(utils?|helpers?|misc|common-utils)\//.test(path),
    )
    expect(odd).toEqual([])
  })

  it("names the bucket and the tables in lib/store only", () => {
    const namers = house
      .filter((path) => /^(app|lib)\//.test(path) && !path.startsWith("lib/store/"))
      .filter((path) => /"(EVIDENCE_BUCKET|(LIMITS_)?TABLE_NAME)"/.test(readFileSync(path, "utf8")))
    expect(namers).toEqual([])
  })

  it("makes AWS clients in lib/store only", () => {
    const makers = house
      .filter((path) => !path.startsWith("infra/"))
      .filter((path) => /new (S3Client|DynamoDB|DynamoDBClient)\(/.test(readFileSync(path, "utf8")))
    expect(makers.filter((path) => !path.startsWith("lib/store/"))).toEqual([])
  })

  it("has no branch for a local portal in lib or app", () => {
    const branches = house
      .filter((path) => !path.startsWith("infra/"))
      .filter((path) => /\bisLocal\b|LOCAL_MODE|localhost|127\.0\.0\.1/.test(readFileSync(path, "utf8")))
      // The name of the host that a citizen may not report.
      .filter((path) => path !== "lib/target/host.ts")
    expect(branches).toEqual([])
  })
})
