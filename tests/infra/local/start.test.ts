import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"
import { freePorts } from "@/infra/local/environment/ports"
import { newSecrets } from "@/infra/local/environment/secrets"
import { takeLock } from "@/infra/local/process/lock"

const run = async (script: string, env: Record<string, string>) => {
  const child = spawn(process.execPath, ["--import", "tsx", `infra/local/${script}.ts`], {
    env: { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined, ...env },
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text) => {
      output += text
    })
  const [code] = await once(child, "exit")
  return { code, output }
}

const freshDir = () => mkdtempSync(join(tmpdir(), "portal-"))

it("says which port is taken, for what it is needed, and how to use others", async () => {
  const taken = createServer().listen(0, "127.0.0.1")
  await once(taken, "listening")
  const { port } = taken.address() as AddressInfo
  const { code, output } = await run("start", { PORT: String(port - 2), DATA_DIR: freshDir() })
  taken.close()
  expect(code).toBe(1)
  expect(output).toContain(`Port ${port}, for S3, is in use by another program.`)
  expect(output).toMatch(/PORT=\d+ npm start/)
})

it("refuses a data folder that another portal runs on", async () => {
  const dataDir = freshDir()
  const release = takeLock(join(dataDir, "portal.lock"))
  const { code, output } = await run("start", { PORT: String(await freePorts(4)), DATA_DIR: dataDir })
  release?.()
  expect(code).toBe(1)
  expect(output).toContain("Another portal runs on")
})

it("says what is wrong with a port that is none", async () => {
  const { code, output } = await run("start", { PORT: "http", DATA_DIR: freshDir() })
  expect(code).toBe(1)
  expect(output).toContain("PORT")
})

it("tells a command that works on a running portal to start one", async () => {
  const { code, output } = await run("commands/reconcile", {
    PORT: String(await freePorts(4)),
    DATA_DIR: freshDir(),
  })
  expect(code).toBe(1)
  expect(output).toContain("npm start")
})

it("resets the data of a portal that has ended, and nothing else", async () => {
  const foreign = freshDir()
  writeFileSync(join(foreign, "thesis.txt"), "years of work")
  expect((await run("commands/reset", { DATA_DIR: foreign })).code).toBe(1)
  expect(existsSync(join(foreign, "thesis.txt"))).toBe(true)

  const ours = freshDir()
  writeFileSync(join(ours, "secrets.json"), JSON.stringify(await newSecrets()))
  const release = takeLock(join(ours, "portal.lock"))
  expect((await run("commands/reset", { DATA_DIR: ours })).code).toBe(1)
  release?.()
  expect((await run("commands/reset", { DATA_DIR: ours })).code).toBe(0)
  expect(existsSync(ours)).toBe(false)
})

it("says why nothing can be kept in a folder, and what to do, without a stack", async () => {
  const path = join(freshDir(), "a-file")
  writeFileSync(path, "x")
  for (const dataDir of [path, join(path, "below")]) {
    const { code, output } = await run("start", { PORT: String(await freePorts(4)), DATA_DIR: dataDir })
    expect(code).toBe(1)
    expect(output).toContain(`The portal cannot keep data in ${dataDir}`)
    expect(output).toContain("DATA_DIR")
    expect(output).not.toMatch(/^\s+at /m)
  }
})

it.each([
  ["lacks what it needs", JSON.stringify({ nextAuthSecret: "x".repeat(40) }), "it lacks"],
  ["is no JSON", "{", "it is not JSON"],
])("says what to do with a folder whose secrets are of another version: %s", async (_, text, why) => {
  const dataDir = freshDir()
  writeFileSync(join(dataDir, "secrets.json"), text)
  const { code, output } = await run("start", { PORT: String(await freePorts(4)), DATA_DIR: dataDir })
  expect(code).toBe(1)
  expect(output).toContain(why)
  expect(output).toContain("set DATA_DIR to another folder")
  expect(output).not.toMatch(/^\s+at |ZodError/m)
})
