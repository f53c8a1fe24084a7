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
