import { stripVTControlCharacters } from "node:util"

type Output = Pick<NodeJS.WriteStream, "write"> & { readonly isTTY?: boolean; readonly columns?: number }

const everyMs = 1_000

/**
 * Tells what a long task is doing and for how many seconds: on a terminal one line that is written over, elsewhere a
 * line for each step.
 */
export const newProgress = (task: string, output: Output) => {
  const startedAt = performance.now()
  const seconds = () => Math.round((performance.now() - startedAt) / 1_000)
  let doing = ""
  const text = () => `${task}, ${seconds()} s${doing && `: ${doing}`}`
  const overwrite = () => output.write(`\r\x1b[K${text().slice(0, (output.columns ?? 80) - 1)}`)
  const show = () => (output.isTTY ? overwrite() : output.write(`${text()}\n`))
  const timer = output.isTTY ? setInterval(overwrite, everyMs) : undefined
  show()
  return {
    step: (name: string) => {
      doing = name
      show()
    },
    end: () => {
      clearInterval(timer)
      doing = ""
      if (output.isTTY) output.write("\r\x1b[K")
      return seconds()
    },
  }
}

/** What a line of a build's output says that it begins: npm names the script, Next ends its steps with dots. */
export const stepIn = (line: string): string | undefined => {
  const plain = stripVTControlCharacters(line).trim()
  return /^> \S+@\S+ (.+)$/.exec(plain)?.[1] ?? /^([A-Z].*\S)\s*\.\.\.$/.exec(plain)?.[1]
}
