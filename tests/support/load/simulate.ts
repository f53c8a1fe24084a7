import type { Recording } from "./record-writes"
import { assumed, limits, tipsPerSecond, viralDay, warmOf } from "./viral-day"

export type Heat = {
  readonly of: string
  /** The key, with what is of one tip alone left out. */
  readonly key: string
  /** Writes a second of the hottest key of this form, at the peak. */
  readonly perSecond: number
  /** Of DynamoDB's limit for one key. */
  readonly share: number
}

const patternOf = (key: string) =>
  key
    .replaceAll(/(tip|evd|evt)_[0-9a-z]+/g, "$1_*")
    .replace(/^(draft|form-entry|news-stop)#.+/, "$1#*")
    .replace(/^(origin|bytes):([0-9a-f]{8}).+/, "$1:$2*")
    .replace(/^bytes#.+/, "bytes#*")
    .replace(/^site:site-\d+\.example/, "site:*")

/** A key of one tip takes its few writes within minutes, and no more on any day. */
const isOfOneTip = (pattern: string) =>
  /(tip|evd)_\*|^(draft|form-entry|news-stop)#\*$|^site:\*$/.test(pattern)

/** The heat of each form of key when the sample's tips come as fast as on the viral day's peak. */
export const heatOf = ({ writes }: Recording, tips: number): Heat[] => {
  const units = new Map<string, { of: string; key: string; units: number }>()
  for (const { of, key, units: more } of writes) {
    const sum = units.get(`${of} ${key}`) ?? { of, key, units: 0 }
    sum.units += more
    units.set(`${of} ${key}`, sum)
  }
  const hottest = new Map<string, Heat>()
  for (const { of, key, units: sum } of units.values()) {
    const pattern = patternOf(key)
    const perSecond = isOfOneTip(pattern) ? sum / 60 : (sum / tips) * tipsPerSecond
    const name = `${of} ${isOfOneTip(pattern) ? pattern : pattern.replace(/#?\d+$|[0-9a-f]{8}\*$/, "*")}`
    if (perSecond <= (hottest.get(name)?.perSecond ?? 0)) continue
    hottest.set(name, { of, key: pattern, perSecond, share: perSecond / limits.writesOfKey })
  }
  return [...hottest.values()].toSorted((a, b) => b.perSecond - a.perSecond)
}

export type TableLoad = { readonly of: string; readonly perSecond: number; readonly warm: number }

/** Write units a second of each table and index, at the peak. */
export const tablesOf = ({ writes }: Recording, tips: number): TableLoad[] =>
  [...Map.groupBy(writes, ({ of }) => of)].map(([of, all]) => ({
    of,
    perSecond: (all.reduce((sum, { units }) => sum + units, 0) / tips) * tipsPerSecond,
    warm: warmOf(of),
  }))

export type Machinery = {
  readonly streamRecords: number
  readonly shards: number
  readonly reactions: number
  readonly site: number
  readonly inspections: number
  readonly previews: number
  readonly scanResults: number
}

/** Functions at once, by Little's law, and what the stream carries, at the peak. */
export const machineryOf = (recording: Recording, tips: number): Machinery => {
  const { pagesOfTip, postsOfTip, submission, inspection, preview, scanResult, reaction } = assumed
  const files = tipsPerSecond * viralDay.shares.file
  const perTip = (count: number) => (count / tips) * tipsPerSecond
  return {
    streamRecords: perTip(recording.changes),
    // One for each partition, of which a warm table has one for every thousand writes.
    shards: Math.ceil(warmOf("Table") / limits.writesOfKey),
    reactions: perTip(recording.events) * reaction.seconds,
    site:
      tipsPerSecond *
      (pagesOfTip.count * pagesOfTip.seconds + postsOfTip.count * postsOfTip.seconds + submission.seconds),
    inspections: files * inspection.seconds,
    previews: files * preview.seconds,
    scanResults: files * scanResult.seconds,
  }
}

/** How long the last file of a peak of `hours` waits where so many are worked on at once. */
export const hoursToWait = (needed: number, atOnce: number, hours: number): number =>
  Math.max(0, (needed / atOnce - 1) * hours)
