import { execFile } from "node:child_process"
import { mkdtemp, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { announceEvidence } from "@/lib/evidence"
import { contextFor } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { closeDays, issueStatement, proveTip, statementKeys, submitTip } from "@/lib/reporter"
import { aTip, submitted } from "@/tests/support/factory"
import { reporterOf, visitor } from "@/tests/support/people"
import { inspect, send } from "@/tests/support/upload"

const run = (...given: string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const args = ["--import", "tsx", "infra/local/commands/verify-statement.ts", ...given]
    execFile(process.execPath, args, { encoding: "utf8" }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    )
  })

const bytes = new TextEncoder().encode("What a witness saw, in plain text.\n")

describe("npm run verify-statement", () => {
  let folder = ""
  const at = (name: string) => join(folder, name)
  let statement = ""

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "statement-"))
    const { tipId } = await submitted()
    const announcement = { name: "seen.txt", sizeBytes: bytes.length, sha256: sha256(bytes) }
    const upload = await announceEvidence(reporterOf(tipId), { tipId, announcement })
    await send(upload, "seen.txt", bytes)
    expect(await inspect(upload, "seen.txt")).toBe("verified")
    statement = (await issueStatement(reporterOf(tipId), {})).statement
    await writeFile(at("statement.txt"), `${statement}\n`)
    await writeFile(at("jwks.json"), JSON.stringify(await statementKeys(visitor(), {})))
    await writeFile(at("seen.txt"), bytes)
    await writeFile(at("other.txt"), "something else")
  })

  it("tells without the portal that it is genuine, and since when each file is sealed", async () => {
    const { code, output } = await run(at("statement.txt"), "--jwks", at("jwks.json"))
    expect(output).toContain("GENUINE")
    expect(output).toMatch(new RegExp(`SHA-256 ${sha256(bytes)}, ${bytes.length} bytes, sealed 20`))
    expect(code).toBe(0)
  })

  it("finds a file by its content, and fails for one that is not named", async () => {
    const check = (name: string) => run(at("statement.txt"), "--jwks", at("jwks.json"), "--file", at(name))
    const [named, other] = await Promise.all([check("seen.txt"), check("other.txt")])
    expect([named.code, named.output.includes("is file evd_")]).toEqual([0, true])
    expect([other.code, other.output.includes("NOT NAMED")]).toEqual([1, true])
  })

  it("proves without the portal that the report is in the log of its day, and fails for another's proof", async () => {
    const submittedAt = "2026-04-03T04:00:00.000Z"
    const [own, other] = [
      await submitTip(visitor(submittedAt), aTip()),
      await submitTip(visitor(submittedAt), aTip()),
    ]
    await closeDays(contextFor({ kind: "system", name: "test" }, { now: "2026-04-03T18:00:00.000Z" }), {})
    const signed = (await issueStatement(reporterOf(own.tipId), {})).statement
    await writeFile(at("logged.txt"), signed)
    for (const [name, { tipId }] of [
      ["own", own],
      ["other", other],
    ] as const) {
      const { number: _number, ...proof } = await proveTip(reporterOf(tipId), {})
      await writeFile(at(`${name}.json`), JSON.stringify(proof))
    }
    const check = (name: string) =>
      run(at("logged.txt"), "--jwks", at("jwks.json"), "--proof", at(`${name}.json`))
    const [good, bad] = await Promise.all([check("own"), check("other")])
    expect([good.code, good.output.includes("one of the 2 in the log of 2026-04-03")]).toEqual([0, true])
    expect([bad.code, bad.output.includes("PROVES NOTHING")]).toEqual([1, true])
  })

  it("fails for a changed statement, and for another portal's keys", async () => {
    const [head = "", , signature = ""] = statement.split(".")
    const said = Buffer.from('{"number":"forged"}').toString("base64url")
    await writeFile(at("forged.txt"), [head, said, signature].join("."))
    await writeFile(at("no-keys.json"), JSON.stringify({ keys: [] }))
    const [forged, foreign] = await Promise.all([
      run(at("forged.txt"), "--jwks", at("jwks.json")),
      run(at("statement.txt"), "--jwks", at("no-keys.json")),
    ])
    expect([forged.code, forged.output.includes("NOT GENUINE")]).toEqual([1, true])
    expect([foreign.code, foreign.output.includes("NOT GENUINE")]).toEqual([1, true])
  })

  it("says how it is used", async () => {
    const { code, output } = await run()
    expect([code, output.includes("Usage:")]).toEqual([2, true])
  })
})
