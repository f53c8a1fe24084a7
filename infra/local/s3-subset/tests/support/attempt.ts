import { S3Error } from "../../src/protocol/errors"

/** The result, or the S3Error that was thrown instead; any other error fails the test. */
export const attempt = <T>(work: () => T): T | S3Error => {
  try {
    return work()
  } catch (error) {
    if (error instanceof S3Error) return error
    throw error
  }
}

/** The same of a promise. */
export const attemptAsync = <T>(work: Promise<T>): Promise<T | S3Error> =>
  work.catch((error: unknown) => {
    if (error instanceof S3Error) return error
    throw error
  })
