/** Runs `work` once. @returns what it gave, and how long it took */
export const elapsed = async <Result>(work: () => Promise<Result>) => {
  const start = performance.now()
  const result = await work()
  return { result, ms: performance.now() - start }
}

export const quantile = (numbers: readonly number[], part: number) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(part * (numbers.length - 1))] ?? Number.NaN

/** Runs `work` again and again, first some times for nothing. @returns how long each run took */
export const manyTimes = async (times: number, work: () => Promise<unknown>) => {
  for (let warm = 0; warm < times / 5; warm++) await work()
  const took: number[] = []
  for (let at = 0; at < times; at++) took.push((await elapsed(work)).ms)
  return took
}
