import { type ChildProcess, spawn } from "node:child_process"
import { renameSync, rmSync, writeFileSync } from "node:fs"
import { createInterface } from "node:readline"
import { killGroup, killWithParent } from "./kill-with-parent"
import { answering } from "./ready"

export type Service = {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Where it answers once it can be used. */
  readonly readyUrl?: string
  readonly acceptable?: (response: Response) => boolean
  /** Without it the portal goes on: it is started again and again. */
  readonly isOptional?: boolean
}

export type SupervisorOptions = {
  /** A JSON file of each process's id by its name. */
  readonly pidsPath: string
  readonly log: (line: string) => void
  /** Told the service that died too often before it was ever of use; the others still run. */
  readonly givenUp: (name: string) => void
  readonly deathsMax?: number
  readonly stopMsMax?: number
}

const deathsWithinMs = 60_000
/** Who lived so long can live: it dies of something outside, say a full disk, and is started until that is over. */
const provenMs = 10_000
const backoffMs = (deaths: number) => Math.min(200 * 2 ** (deaths - 1), 5_000)

/** Keeps services running, each in a group of its own, and ends them in the reverse of the order they came in. */
export const supervisor = (options: SupervisorOptions) => {
  const { pidsPath, log, givenUp, deathsMax = 5, stopMsMax = 10_000 } = options
  const children = new Map<string, ChildProcess>()
  const lost = new Set<string>()
  const proven = new Set<string>()
  let stopping: Promise<void> | undefined

  const notePids = () => {
    const pids = Object.fromEntries([...children].map(([name, { pid }]) => [name, pid]))
    try {
      writeFileSync(`${pidsPath}.draft`, JSON.stringify({ supervisor: process.pid, ...pids }))
      renameSync(`${pidsPath}.draft`, pidsPath)
    } catch (error) {
      log(`The ids of the processes could not be written: ${error instanceof Error ? error.message : error}`)
    }
  }

  const launch = (service: Service, deaths: readonly number[]) => {
    const { name, command, args, env } = service
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"], detached: true })
    killWithParent(child)
    for (const output of [child.stdout, child.stderr])
      createInterface({ input: output }).on("line", (line) => log(`[${name}] ${line}`))
    children.set(name, child)
    notePids()
    const begun = Date.now()
    const gone = (how: string) => {
      if (stopping) return
      const now = Date.now()
      if (service.isOptional || now - begun >= provenMs) proven.add(name)
      const recent = [...deaths.filter((at) => at > now - deathsWithinMs), now]
      if (recent.length > deathsMax && !proven.has(name)) {
        log(`[${name}] ended (${how}) for the ${recent.length}th time within a minute: giving up`)
        lost.add(name)
        givenUp(name)
        return
      }
      const waitMs = backoffMs(recent.length)
      log(`[${name}] ended (${how}); starting it again in ${waitMs} ms`)
      setTimeout(() => {
        if (!stopping) launch(service, recent)
      }, waitMs)
    }
    child.once("error", (error) => gone(error.message))
    child.once("exit", (code, signal) => {
      // What it started must not live on beside its successor.
      killGroup(child)
      gone(signal ?? `code ${code}`)
    })
  }

  const end = async (name: string, child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()))
    child.kill("SIGTERM")
    const timer = setTimeout(() => {
      log(`[${name}] does not end: killing it`)
      killGroup(child)
    }, stopMsMax)
    await exit
    clearTimeout(timer)
  }

  return {
    /** @throws {Error} when it did not get ready */
    start: async (service: Service) => {
      if (stopping) return
      launch(service, [])
      const { name, readyUrl, acceptable = () => true } = service
      const hopeless = () => lost.has(name) || stopping !== undefined
      if (!readyUrl) return
      await answering(readyUrl, { acceptable, givenUp: hopeless })
      proven.add(name)
    },
    stop: () => {
      stopping ??= (async () => {
        for (const [name, child] of [...children].reverse()) await end(name, child)
        rmSync(pidsPath, { force: true })
      })()
      return stopping
    },
    killAll: () => {
      for (const child of children.values()) killGroup(child)
    },
  }
}
