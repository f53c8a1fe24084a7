import pRetry from "p-retry"

const triesMax = 5
const firstPauseMs = 20

/**
 * Does something again while it fails of what may be over next time, say a lost race. Between the tries lie random
 * pauses that double, so that rivals do not meet again.
 * @param mayPass whether a failure is worth another try
 * @throws what the last of five tries threw, or the first error that may not pass
 */
export const retry = <Result>(
  run: () => Promise<Result>,
  mayPass: (error: unknown) => boolean,
): Promise<Result> =>
  pRetry(run, {
    retries: triesMax - 1,
    minTimeout: firstPauseMs,
    randomize: true,
    shouldRetry: ({ error }) => mayPass(error),
  })
