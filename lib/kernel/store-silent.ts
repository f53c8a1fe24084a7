/** The connection was never made: whatever was asked, was not done. */
const unsentCodes = ["ECONNREFUSED", "ENOTFOUND"]
const silentCodes = [...unsentCodes, "ECONNRESET", "ETIMEDOUT", "EPIPE"]
const silentNames = [
  "TimeoutError",
  "AbortError",
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
]

const codeOf = (error: Error) => ("code" in error && typeof error.code === "string" ? error.code : "")

/** Whether a store did not answer, or not in time, as against a fault of ours. */
export const isStoreSilent = (error: unknown): boolean =>
  error instanceof Error &&
  (silentNames.includes(error.name) ||
    silentCodes.includes(codeOf(error)) ||
    ("$fault" in error && error.$fault === "server") ||
    // ElectroDB wraps what the client threw.
    isStoreSilent(error.cause))

const statusOf = (error: Error): number => {
  const metadata = "$metadata" in error ? error.$metadata : undefined
  return typeof metadata === "object" && metadata !== null && "httpStatusCode" in metadata
    ? Number(metadata.httpStatusCode)
    : 0
}

/** Whether one try of a request is known to have done nothing: the store refused it, or it never got there. */
export const isKnownUndone = (error: unknown): boolean =>
  error instanceof Error &&
  (unsentCodes.includes(codeOf(error)) || (statusOf(error) >= 400 && statusOf(error) < 500))
