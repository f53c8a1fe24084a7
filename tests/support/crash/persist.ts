import { setTimeout as pause } from "node:timers/promises"

/** Does `work` again until it does not throw: how a client lives through a crash of the other side. */
export const persist = async <Result>(work: () => Promise<Result>, secondsMax = 60): Promise<Result> => {
  const giveUpAt = Date.now() + secondsMax * 1_000
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() > giveUpAt) throw error
      await pause(100)
    }
  }
}

/** Waits until `holds`; a look that fails is a no. @returns whether it came to hold in time */
export const settles = async (holds: () => Promise<boolean>, secondsMax: number): Promise<boolean> => {
  const giveUpAt = Date.now() + secondsMax * 1_000
  while (!(await holds().catch(() => false))) {
    if (Date.now() > giveUpAt) return false
    await pause(250)
  }
  return true
}
