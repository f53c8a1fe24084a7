export type Gate = ReturnType<typeof newGate>

/** Where what is sent can be held up: shut, it stops what is under way and lets nothing pass. */
export const newGate = () => {
  let stop = new AbortController()
  let release = () => {}
  let passage = Promise.resolve()
  return {
    passed: () => passage,
    signal: () => stop.signal,
    shut: () => {
      passage = new Promise((resolve) => {
        release = resolve
      })
      stop.abort()
    },
    open: () => {
      stop = new AbortController()
      release()
    },
  }
}
