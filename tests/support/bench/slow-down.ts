const runsMs = 10

/**
 * Lets a group of processes run for one part in `times` of the time, as on a processor so much slower: workers and
 * hashes too, which Chromium's own slowdown does not reach.
 * @returns ends it
 */
export const slowDown = (groupId: number, times: number) => {
  const signal = (name: "SIGSTOP" | "SIGCONT") => process.kill(-groupId, name)
  let next: NodeJS.Timeout
  const rest = () => {
    signal("SIGSTOP")
    next = setTimeout(run, runsMs * (times - 1))
  }
  const run = () => {
    signal("SIGCONT")
    next = setTimeout(rest, runsMs)
  }
  rest()
  return () => {
    clearTimeout(next)
    signal("SIGCONT")
  }
}
