import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const linesMax = 250
const sources = execFileSync(
  "git",
  ["ls-files", "-co", "--exclude-standard", "app", "lib", "infra", "tests", "*.ts"],
  {
    encoding: "utf8",
  },
)
  .split("\n")
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))

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

  it("makes AWS clients in lib/store only", () => {
    const makers = sources
      .filter((path) => /^(app|lib)\//.test(path))
      .filter((path) => /new (S3Client|DynamoDB|DynamoDBClient)\(/.test(readFileSync(path, "utf8")))
    expect(makers.filter((path) => !path.startsWith("lib/store/"))).toEqual([])
  })

  it("has no branch for a local portal in lib or app", () => {
    const branches = sources
      .filter((path) => /^(app|lib)\//.test(path))
      .filter((path) => /\bisLocal\b|LOCAL_MODE|localhost|127\.0\.0\.1/.test(readFileSync(path, "utf8")))
      // The name of the host that a citizen may not report.
      .filter((path) => path !== "lib/tip/target.ts")
    expect(branches).toEqual([])
  })
})
