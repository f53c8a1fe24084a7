import { type Metric, metrics, type PublishedStatus, publishedStatuses } from "@/lib/campaign"

/** Whatever looks like a reference, well formed or not: a mistyped one must not reach the reader as it stands. */
const reference = /\{\{\s*figure\b[^{}]*\}\}/gi

/** Each once, in order. */
export const referencesIn = (body: string): string[] => [
  ...new Set([...body.matchAll(reference)].map(([whole]) => whole)),
]

/** The figure that a reference names. */
export type Wanted = {
  readonly campaign: string
  readonly metric: Metric
  readonly status?: PublishedStatus | undefined
}

/** `{{figure:jianwang-2017/websites-closed}}`, or with `@interim` or `@final`. */
export const readReference = (text: string): Wanted | undefined => {
  const [, campaign, name, said] = /^\{\{figure:([a-z0-9-]+)\/([a-z-]+)(?:@([a-z]+))?\}\}$/.exec(text) ?? []
  const metric = metrics.find((one) => one === name)
  const status = publishedStatuses.find((one) => one === said)
  if (!campaign || !metric || (said && !status)) return undefined
  return { campaign, metric, status }
}
