import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, expect, it, vi } from "vitest"

const idle = 'setInterval(() => {}, 1000); console.log("up", process.pid)'
const deaf = `process.on("SIGTERM", () => console.log("no")); ${idle}`
const parent = `const { spawn } = require("node:child_process");
  console.log("grandchild", spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]).pid); ${idle}`
const dying = "process.exit(3)"

const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

const supervise = (scripts: Record<string, string>) => {
  const pidsPath = join(mkdtempSync(join(tmpdir(), "supervised-")), "pids.json")
  const services = Object.entries(scripts).map(([name, script]) => ({
    name,
    args: ["-e", script],
    isOptional: name === "mail",
  }))
  const process_ = spawn(
    process.execPath,
    ["--import", "tsx", "tests/support/local/supervisor-child.ts", pidsPath, JSON.stringify(services)],
    { stdio: ["ignore", "pipe", "inherit"] },
  )
  cleanUps.push(() => process_.kill("SIGKILL"))
  let output = ""
  process_.stdout.on("data", (text) => {
    output += text
  })
  const exit = once(process_, "exit")
  const pids = (): Record<string, number> =>
    existsSync(pidsPath) ? JSON.parse(readFileSync(pidsPath, "utf8")) : {}
  const said = (text: string) => vi.waitFor(() => expect(output).toContain(text), { timeout: 20_000 })
  return { process: process_, exit, pids, pidsPath, said, output: () => output }
}

/** A process that has ended and that nobody has asked after yet is not alive. */
const isAlive = (pid: number | undefined) => {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" })
  return stdout.trim() !== "" && !stdout.startsWith("Z")
}

const gone = (pid: number | undefined) =>
  vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5_000, interval: 50 })

it("starts a service again that was killed, and says so", async () => {
  const portal = supervise({ site: idle })
  await portal.said("[site] up")
  const { site: first = 0 } = portal.pids()
  process.kill(first, "SIGKILL")
  await portal.said("[site] ended (SIGKILL); starting it again")
  await vi.waitFor(() => expect(portal.output().match(/\[site\] up/g)).toHaveLength(2), 10_000)
  expect(portal.pids().site).not.toBe(first)
})

it("gives up with code 1 on a service that dies again and again, and ends the others", async () => {
  const portal = supervise({ store: idle, site: dying })
  await portal.said("[store] up")
  const { store } = portal.pids()
  const [code] = await portal.exit
  expect(code).toBe(1)
  expect(portal.output()).toContain("[site] ended (code 3) for the 6th time within a minute: giving up")
  expect(isAlive(store)).toBe(false)
})

it("goes on without a service that it can do without, and starts that one again and again", async () => {
  const portal = supervise({ store: idle, mail: dying })
  await portal.said("[store] up")
  const deaths = () => portal.output().match(/\[mail\] ended \(code 3\); starting it again/g) ?? []
  await vi.waitFor(() => expect(deaths().length).toBeGreaterThanOrEqual(7), {
    timeout: 25_000,
    interval: 200,
  })
  expect(isAlive(portal.pids().store)).toBe(true)
  expect(portal.output()).not.toContain("giving up")
})

it("goes on where the ids of its processes cannot be written", async () => {
  const portal = supervise({ store: idle })
  await portal.said("[store] up")
  rmSync(dirname(portal.pidsPath), { recursive: true })
  process.kill(Number(portal.output().match(/\[store\] up (\d+)/)?.[1]), "SIGKILL")
  await vi.waitFor(() => expect(portal.output().match(/\[store\] up/g)).toHaveLength(2), 10_000)
  expect(portal.output()).toContain("The ids of the processes could not be written")
})

it("leaves no process when it is asked to end, not even one that does not listen", async () => {
  const portal = supervise({ store: idle, deaf })
  await portal.said("[deaf] up")
  const pids = portal.pids()
  portal.process.kill("SIGTERM")
  expect((await portal.exit)[0]).toBe(0)
  expect(portal.output()).toContain("[deaf] does not end: killing it")
  for (const name of ["store", "deaf"]) expect(isAlive(pids[name])).toBe(false)
  expect(existsSync(portal.pidsPath)).toBe(false)
})

it("leaves no process when it is killed itself, down to what its services started", async () => {
  const portal = supervise({ store: idle, parent })
  await portal.said("[parent] up")
  const { store, parent: child } = portal.pids()
  const grandchild = Number(portal.output().match(/grandchild (\d+)/)?.[1])
  expect([store, child, grandchild].every(isAlive)).toBe(true)
  portal.process.kill("SIGKILL")
  await Promise.all([store, child, grandchild].map(gone))
})
