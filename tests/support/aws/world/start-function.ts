import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { functionFolder } from "@/tests/support/aws/build/layout"

type Answer = { readonly id: number; readonly result?: unknown; readonly error?: string }

/**
 * Starts a built function in a process of its own, which knows nothing but its environment.
 * @param entry the file of its bundle
 */
export const startFunction = (functionId: string, entry: string, environment: NodeJS.ProcessEnv) =>
  startFunctionIn(functionFolder(functionId), entry, environment)

/** The same for a function that lies anywhere. */
export const startFunctionIn = async (folder: string, entry: string, environment: NodeJS.ProcessEnv) => {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, "function-child.mjs"), path.join(folder, entry)],
    { env: environment, cwd: folder, stdio: ["ignore", "pipe", "pipe", "ipc"] },
  )
  let log = ""
  for (const output of [child.stdout, child.stderr])
    output?.on("data", (piece: Buffer) => {
      log += piece.toString()
    })
  const [first] = await Promise.race([once(child, "message"), once(child, "exit")])
  if (first !== "ready") throw new Error(`${folder} did not start:\n${log}`)
  const waiting = new Map<number, (answer: Answer) => void>()
  child.on("message", (answer: Answer) => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  let calls = 0
  const ask = async (event: unknown): Promise<unknown> => {
    const id = ++calls
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve))
    child.send({ id, event })
    const { result, error } = await answered
    if (error) throw new Error(`${folder}: ${error}`)
    return result
  }
  return {
    /** What the function has written, which CloudWatch would keep. */
    log: () => log,
    invoke: ask,
    /** The packages outside its bundle that it has loaded so far. */
    packages: async () => (await ask("packages")) as string[],
    stop: async () => {
      const ended = once(child, "exit")
      child.disconnect()
      await ended
    },
  }
}
export type RunningFunction = Awaited<ReturnType<typeof startFunction>>
