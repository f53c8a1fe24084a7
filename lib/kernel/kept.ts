/** A value that is read anew at most every few seconds by each process, however often it is asked for. */
export type Kept<Value> = {
  /** What was read at most so many seconds ago. Many who ask at once wait for one read; one that fails is not kept. */
  readonly get: () => Promise<Value>
  /** For who has just read or written it. */
  readonly set: (value: Value) => void
  readonly forget: () => void
}

/** @param secondsMax how old a value may be that is given out */
export const kept = <Value>(secondsMax: number, read: () => Promise<Value>): Kept<Value> => {
  let value: Promise<Value> | undefined
  let endsAt = 0
  const keep = (next: Promise<Value>) => {
    value = next
    // Counted from before the read, so that what is given out is never older than was said.
    endsAt = Date.now() + secondsMax * 1000
    return next
  }
  const forget = () => {
    value = undefined
  }
  return {
    get: () => {
      if (value && Date.now() < endsAt) return value
      const next = keep(read())
      next.catch(() => {
        if (value === next) forget()
      })
      return next
    },
    set: (next) => void keep(Promise.resolve(next)),
    forget,
  }
}
