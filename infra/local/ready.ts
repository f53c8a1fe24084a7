import { setTimeout as pause } from "node:timers/promises"

const answers = async (url: string, acceptable: (response: Response) => boolean) => {
  try {
    return acceptable(await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5_000) }))
  } catch {
    return false
  }
}

/**
 * Waits until `url` gives an acceptable answer; any answer is, unless told otherwise.
 * @throws {Error} after `secondsMax`, or as soon as `givenUp` says that none will come
 */
export const answering = async (
  url: string,
  given: {
    readonly secondsMax?: number
    readonly givenUp?: () => boolean
    readonly acceptable?: (response: Response) => boolean
  } = {},
) => {
  const { secondsMax = 60, givenUp = () => false, acceptable = () => true } = given
  const giveUpAt = Date.now() + secondsMax * 1_000
  while (!(await answers(url, acceptable))) {
    if (givenUp()) throw new Error(`What should answer at ${url} ended before it did`)
    if (Date.now() > giveUpAt) throw new Error(`No good answer from ${url} within ${secondsMax} seconds`)
    await pause(50)
  }
}

/** For a command that works on a running portal. @throws {Error} that says what to do when none runs */
export const requireStores = async (urls: readonly string[]) => {
  const up = await Promise.all(urls.map((url) => answers(url, () => true)))
  if (!up.every(Boolean))
    throw new Error(
      `No portal answers at ${urls.join(" and ")}. Start one with npm start, under the same PORT and DATA_DIR.`,
    )
}
