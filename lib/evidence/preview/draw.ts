import type { Plan } from "./kinds"
import { type Copy, drawnInProcess, type Limits, type Source, TooMuchMemory } from "./process"

const time = { cpuMsMax: 4_500, msMax: 12_000 }
const light: Limits = { ...time, memoryBytesMax: 148 * 1024 ** 2 }
const heavy: Limits = { ...time, memoryBytesMax: 228 * 1024 ** 2 }

/** Of those that need much memory one runs at a time, so that all together stay within what a small machine has. */
let lastHeavy: Promise<unknown> = Promise.resolve()
const afterOthers = <Result>(run: () => Promise<Result>): Promise<Result> => {
  const turn = lastHeavy.then(run)
  lastHeavy = turn.catch(() => undefined)
  return turn
}

type Drawn = { readonly copy?: Copy; readonly error?: unknown; readonly drawnMs: number }

const within = async (plan: Plan, { body, sizeBytes }: Source, limits: Limits): Promise<Drawn> => {
  const began = performance.now()
  const drawnMs = () => Math.round(performance.now() - began)
  return drawnInProcess(plan, { body, sizeBytes }, limits).then(
    (copy) => ({ copy, drawnMs: drawnMs() }),
    (error: unknown) => ({ error, drawnMs: drawnMs() }),
  )
}

/**
 * Makes the sanitised copy of a file.
 * @param open opens the file anew, from its beginning
 * @returns no copy but an error when there is none within the limits; in both cases how long it ran, without waiting
 */
export const drawn = async (plan: Plan, open: () => Promise<Source>): Promise<Drawn> => {
  const heavily = () => afterOthers(async () => within(plan, await open(), heavy))
  if (!plan.isLight) return heavily()
  const tried = await within(plan, await open(), light)
  if (!(tried.error instanceof TooMuchMemory)) return tried
  const again = await heavily()
  return { ...again, drawnMs: tried.drawnMs + again.drawnMs }
}
