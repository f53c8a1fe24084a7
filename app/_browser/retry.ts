import { Unanswered } from "./api"

const pauseMsMax = 15_000

/** Waits longer each time, but no longer than until the browser says that the line is back. */
export const waitForConnection = (tries: number): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener("online", go)
      resolve()
    }
    const timer = setTimeout(go, Math.min(pauseMsMax, 500 * 2 ** tries))
    addEventListener("online", go)
  })

/** The portal answers, and the store does not. */
export class Unreachable extends Error {}

/** Tries of which no byte got through, until it is asked whose fault it is. */
const silentTriesMax = 4

/**
 * Gives up on a store that only this device, or nobody, can reach: other files need not wait for it. Where the portal
 * does not answer either, the line is lost, and may come back.
 * @param silentTries in a row, of which no byte got through
 * @throws {Unreachable}
 */
export const requireStore = async (silentTries: number): Promise<void> => {
  if (silentTries < silentTriesMax) return
  const isPortalThere = await fetch("/api/health", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (isPortalThere) throw new Unreachable()
}

/** Does `work` again until the site answers. @param waiting is called before each wait */
export const untilAnswered = async <Result>(
  work: () => Promise<Result>,
  waiting: () => void,
): Promise<Result> => {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      waiting()
      await waitForConnection(tries)
    }
  }
}
