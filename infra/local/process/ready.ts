import pRetry, { AbortError } from "p-retry"

const answers = async (url: string, acceptable: (response: Response) => boolean) => {
  try {
    return acceptable(await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5_000) }))
  } catch {
    return false
  }
}

type Waiting = {
  readonly secondsMax?: number
  readonly givenUp?: () => boolean
  readonly acceptable?: (response: Response) => boolean
}

/**
 * Waits until `url` gives an acceptable answer; any answer is, unless told otherwise.
 * @throws {Error} after `secondsMax`, or as soon as `givenUp` says that none will come
 */
export const answering = (
  url: string,
  { secondsMax = 60, givenUp = () => false, acceptable = () => true }: Waiting = {},
): Promise<void> =>
  pRetry(
    async () => {
      if (await answers(url, acceptable)) return
      if (givenUp()) throw new AbortError(`What should answer at ${url} ended before it did`)
      throw new Error(`No good answer from ${url} within ${secondsMax} seconds`)
    },
    { retries: Number.POSITIVE_INFINITY, factor: 1, minTimeout: 50, maxRetryTime: secondsMax * 1_000 },
  )

/** For a command that works on a running portal. @throws {Error} that says what to do when none runs */
export const requireStores = async (urls: readonly string[]) => {
  const up = await Promise.all(urls.map((url) => answers(url, () => true)))
  if (!up.every(Boolean))
    throw new Error(
      `No portal answers at ${urls.join(" and ")}. Start one with npm start, under the same PORT and DATA_DIR.`,
    )
}
