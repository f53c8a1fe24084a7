export type Progress = {
  readonly percent: number
  readonly bytesPerSecond: number
  readonly secondsLeft: number
}

const windowMs = 10_000

/**
 * How far an upload is, and how fast it was in the last seconds.
 * @param doneBytes what lay in the store before
 */
export const newMeter = (wholeBytes: number, doneBytes = 0) => {
  const seen = [{ atMs: performance.now(), bytes: doneBytes }]
  return (bytes: number): Progress => {
    const atMs = performance.now()
    seen.push({ atMs, bytes })
    while (seen.length > 2 && (seen[0]?.atMs ?? atMs) < atMs - windowMs) seen.shift()
    const [from = { atMs, bytes }] = seen
    const seconds = Math.max(0.001, (atMs - from.atMs) / 1000)
    const bytesPerSecond = Math.max(0, bytes - from.bytes) / seconds
    return {
      percent: Math.floor((100 * bytes) / wholeBytes),
      bytesPerSecond,
      secondsLeft: bytesPerSecond > 0 ? (wholeBytes - bytes) / bytesPerSecond : Number.POSITIVE_INFINITY,
    }
  }
}

const measured = (value: number, options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(document.documentElement.lang, { style: "unit", ...options }).format(value)

/** In the page's language, no finer than anybody can tell; undefined while nobody can. */
export const durationText = (seconds: number): string | undefined => {
  if (!Number.isFinite(seconds)) return undefined
  const [value, unit] =
    seconds < 60 ? [seconds, "second"] : seconds < 3600 ? [seconds / 60, "minute"] : [seconds / 3600, "hour"]
  return measured(Math.ceil(value), { unit, unitDisplay: "long" })
}

export const speedText = (bytesPerSecond: number): string =>
  bytesPerSecond < 1e6
    ? measured(Math.round(bytesPerSecond / 1e3), { unit: "kilobyte-per-second" })
    : measured(bytesPerSecond / 1e6, { unit: "megabyte-per-second", maximumFractionDigits: 1 })
