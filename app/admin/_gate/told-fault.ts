const silent = "unavailable"

/** A fault of a page, of which the browser learns its number in the log, and no words of the server. */
export class ToldFault extends Error {
  /** What Next hands on to the browser. */
  readonly digest: string

  /** @param isSilent whether a store did not answer, so that it may go better soon */
  constructor(isSilent: boolean, requestId: string) {
    const kind = isSilent ? silent : "internal"
    super(kind)
    this.digest = `${kind} ${requestId}`
  }
}

/** What a fault's digest tells; of one that Next made itself, its number alone. */
export const readDigest = (digest: string) => {
  const [kind, number] = digest.split(" ")
  return { isSilent: kind === silent, number: number ?? digest }
}
